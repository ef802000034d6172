"""What happens on an event, and every sentence a patient reads. Faces only draw what comes out of here."""
