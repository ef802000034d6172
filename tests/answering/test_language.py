"""Which language a message is in: what cannot be read gets no topic and no learned sign, what is grave is heard."""

from __future__ import annotations

import pytest

from bot.answering.answer import Answerer, Check, Unread, Urgent
from bot.library import Level

CALM = [
    ("es", "Hola, me duele la espalda desde hace dos semanas"),
    ("es", "me duele la espalda"),
    ("es", "que ejercicios puedo hacer para la ciatica?"),
    ("es", "¿Puedo estirar todos los días?"),
    ("es", "gracias"),
    ("es", "buenos dias la rodilla cruje bastante subiendo escaleras"),
    ("pt", "Olá, tenho dor nas costas quando fico sentado muito tempo"),
    ("pt", "posso fazer alongamento todos os dias?"),
    ("pt", "minha lombar doi de manha"),
    ("fr", "Bonjour, j'ai mal au dos depuis hier"),
    ("fr", "mal au dos"),
    ("fr", "quels étirements pour les ischio-jambiers ?"),
    ("fr", "est-ce que je peux marcher avec une sciatique"),
    ("de", "mein Rücken tut weh"),
    ("de", "Hallo, ich habe seit gestern Rückenschmerzen"),
    ("de", "welche Übungen helfen gegen Rückenschmerzen?"),
    ("de", "wie lange soll ich die Dehnung halten"),
    ("it", "Ciao, ho mal di schiena da una settimana"),
    ("it", "quali esercizi posso fare per la schiena?"),
    ("it", "mi fa male la gamba quando sto seduto"),
    ("pl", "Cześć, bolą mnie plecy od tygodnia"),
    ("pl", "boli mnie kregoslup"),
    ("pl", "jakie ćwiczenia mogę robić na plecy?"),
    ("ro", "Bună, mă doare spatele de două zile"),
    ("ro", "ce exercitii pot face pentru spate?"),
    ("ru", "Здравствуйте, у меня болит спина уже неделю"),
    ("ru", "болит спина"),
    ("ru", "какие упражнения можно делать?"),
    ("ru", "u menya bolit spina, chto delat"),
    ("uk", "Добрий день, у мене болить спина"),
    ("uk", "які вправи можна робити для спини?"),
    ("tr", "Merhaba, sırtım ağrıyor ne yapmalıyım"),
    ("tr", "belim cok agriyor"),
    ("tr", "yüzmek iyi gelir mi"),
    ("tr", "bel ağrısı için hangi egzersizler iyi?"),
    ("ar", "مرحبا، ظهري يؤلمني منذ أسبوع"),
    ("ar", "ما هي التمارين المناسبة للظهر؟"),
    ("fa", "سلام، کمرم درد می‌کند چه کار کنم؟"),
    ("fa", "چه ورزشی برای کمر خوب است"),
    ("ur", "السلام علیکم، میری کمر میں درد ہے"),
    ("ur", "کمر درد کے لیے کون سی ورزش اچھی ہے"),
    ("ur", "assalam alaikum meri kamar mein dard hai"),
    ("hi", "नमस्ते, मेरी पीठ में दर्द है"),
    ("hi", "कमर दर्द के लिए कौन सा व्यायाम अच्छा है?"),
    ("hi", "namaste mujhe kamar dard hai kya karu"),
    ("bn", "আমার পিঠে ব্যথা, কী করব?"),
    ("bn", "কোন ব্যায়াম ভালো হবে?"),
    ("pa", "ਮੇਰੀ ਪਿੱਠ ਵਿੱਚ ਦਰਦ ਹੈ"),
    ("pa", "ਕਿਹੜੀ ਕਸਰਤ ਚੰਗੀ ਹੈ?"),
    ("zh", "我的背很痛，怎么办？"),
    ("zh", "请问坐骨神经痛可以做什么运动"),
    ("vi", "Xin chào, tôi bị đau lưng hai tuần nay"),
    ("vi", "toi bi dau lung thi nen lam gi"),
    ("vi", "bài tập nào tốt cho lưng?"),
    ("tl", "Kumusta, masakit ang likod ko"),
    ("tl", "anong ehersisyo ang pwede sa masakit na likod?"),
    ("so", "Salaan, dhabarka ayaa i xanuunaya"),
    ("so", "waa maxay jimicsiga u fiican dhabarka?"),
]
"""Calm messages, and their language."""

OTHERS = [
    "min rygg gör ont sedan i går, vad ska jag göra",
    "mijn rug doet pijn sinds gisteren, wat kan ik doen",
    "selkäni on kipeä, mitä minun pitäisi tehdä",
    "πονάει η μέση μου από χθες",
    "腰が痛いです。どうすればいいですか",
    "허리가 아파요 어떻게 해야 하나요",
    "הגב שלי כואב מאתמול",
    "ปวดหลังมาก ทำอย่างไรดี",
    "mgongo wangu unauma tangu jana nifanye nini",
]
"""Languages that languages.toml has no table for."""

GRAVE = [
    ("es", "rf-crisis", "ya no puedo más, quiero morir"),
    ("es", "rf-cauda-equina", "no puedo orinar desde ayer y tengo dormida la entrepierna"),
    ("es", "rf-chest", "tengo un dolor muy fuerte en el pecho"),
    ("es", "rf-leg-weakness", "no puedo mover las piernas"),
    ("pt", "rf-crisis", "não quero mais viver"),
    ("pt", "rf-cauda-equina", "não consigo urinar e tenho dormência entre as pernas"),
    ("pt", "rf-chest", "dor no peito e não consigo respirar"),
    ("pt", "rf-leg-weakness", "nao consigo mexer a perna direita"),
    ("fr", "rf-crisis", "j'ai envie de mourir"),
    ("fr", "rf-cauda-equina", "je n'arrive plus à uriner et c'est engourdi entre les jambes"),
    ("fr", "rf-cauda-equina", "impossible d'uriner depuis ce matin"),
    ("fr", "rf-chest", "j'ai mal à la poitrine et je n'arrive plus à respirer"),
    ("fr", "rf-leg-weakness", "je ne peux plus bouger mes jambes"),
    ("de", "rf-crisis", "ich will nicht mehr leben"),
    ("de", "rf-cauda-equina", "ich kann nicht pinkeln und bin taub zwischen den Beinen"),
    ("de", "rf-chest", "ich habe starke Schmerzen in der Brust und bekomme keine Luft"),
    ("de", "rf-leg-weakness", "ich kann mein Bein nicht mehr bewegen"),
    ("it", "rf-crisis", "voglio morire"),
    ("it", "rf-cauda-equina", "non riesco a urinare e ho un intorpidimento tra le gambe"),
    ("it", "rf-chest", "ho un forte dolore al petto"),
    ("it", "rf-leg-weakness", "non riesco a muovere le gambe"),
    ("pl", "rf-crisis", "nie chcę już żyć"),
    ("pl", "rf-cauda-equina", "nie mogę się wysikać i nie mam czucia w kroczu"),
    ("pl", "rf-chest", "boli mnie w klatce piersiowej i nie mogę oddychać"),
    ("pl", "rf-leg-weakness", "nie mogę ruszać nogami"),
    ("ro", "rf-crisis", "vreau să mor"),
    ("ro", "rf-cauda-equina", "nu pot să urinez și sunt amorțit între picioare"),
    ("ro", "rf-chest", "am o durere mare în piept și nu pot respira"),
    ("ro", "rf-leg-weakness", "nu îmi pot mișca picioarele"),
    ("ru", "rf-crisis", "я больше не хочу жить"),
    ("ru", "rf-crisis", "ya ne hochu zhit"),
    ("ru", "rf-cauda-equina", "не могу помочиться и онемело между ног"),
    ("ru", "rf-chest", "сильная боль в груди, не могу дышать"),
    ("ru", "rf-leg-weakness", "не чувствую ног"),
    ("uk", "rf-crisis", "я хочу померти"),
    ("uk", "rf-cauda-equina", "не можу помочитися"),
    ("uk", "rf-chest", "болить у грудях, важко дихати"),
    ("uk", "rf-leg-weakness", "не можу поворухнути ногами"),
    ("tr", "rf-crisis", "artık yaşamak istemiyorum"),
    ("tr", "rf-crisis", "olmek istiyorum"),
    ("tr", "rf-cauda-equina", "idrarımı yapamıyorum, bacak aram uyuşuk"),
    ("tr", "rf-chest", "göğsümde ağrı var, nefes alamıyorum"),
    ("tr", "rf-leg-weakness", "bacaklarımı hareket ettiremiyorum"),
    ("ar", "rf-crisis", "أريد أن أموت"),
    ("ar", "rf-cauda-equina", "لا أستطيع التبول وأشعر بخدر بين الساقين"),
    ("ar", "rf-chest", "عندي ألم شديد في صدري ولا أستطيع التنفس"),
    ("ar", "rf-leg-weakness", "لا أستطيع تحريك ساقي"),
    ("fa", "rf-crisis", "می‌خواهم بمیرم"),
    ("fa", "rf-cauda-equina", "نمی‌توانم ادرار کنم"),
    ("fa", "rf-chest", "درد شدید در قفسه سینه دارم و نمی‌توانم نفس بکشم"),
    ("fa", "rf-leg-weakness", "نمی‌توانم پاهایم را حرکت دهم"),
    ("ur", "rf-crisis", "میں مرنا چاہتا ہوں"),
    ("ur", "rf-crisis", "main khudkushi karna chahta hoon"),
    ("ur", "rf-cauda-equina", "مجھے پیشاب نہیں آ رہا"),
    ("ur", "rf-chest", "سینے میں شدید درد ہے"),
    ("ur", "rf-leg-weakness", "میں اپنی ٹانگیں نہیں ہلا سکتا"),
    ("hi", "rf-crisis", "मैं मरना चाहता हूँ"),
    ("hi", "rf-cauda-equina", "पेशाब नहीं हो रहा है"),
    ("hi", "rf-chest", "मेरे सीने में बहुत दर्द है"),
    ("hi", "rf-leg-weakness", "मैं अपने पैर नहीं हिला पा रहा"),
    ("hi", "rf-chest", "mere chhati me dard hai, saans nahi aa rahi"),
    ("bn", "rf-crisis", "আমি মরে যেতে চাই"),
    ("bn", "rf-cauda-equina", "আমি প্রস্রাব করতে পারছি না"),
    ("bn", "rf-chest", "বুকে খুব ব্যথা, শ্বাস নিতে কষ্ট হচ্ছে"),
    ("bn", "rf-leg-weakness", "আমি পা নাড়াতে পারছি না"),
    ("pa", "rf-crisis", "ਮੈਂ ਮਰਨਾ ਚਾਹੁੰਦਾ ਹਾਂ"),
    ("pa", "rf-cauda-equina", "ਮੈਨੂੰ ਪਿਸ਼ਾਬ ਨਹੀਂ ਆ ਰਿਹਾ"),
    ("pa", "rf-chest", "ਮੇਰੀ ਛਾਤੀ ਵਿੱਚ ਬਹੁਤ ਦਰਦ ਹੈ"),
    ("pa", "rf-leg-weakness", "ਮੈਂ ਆਪਣੀਆਂ ਲੱਤਾਂ ਨਹੀਂ ਹਿਲਾ ਸਕਦਾ"),
    ("zh", "rf-crisis", "我真的不想活了"),
    ("zh", "rf-cauda-equina", "我尿不出来，下身麻木"),
    ("zh", "rf-leg-weakness", "腿突然没有知觉了"),
    ("zh", "rf-chest", "我胸口很痛，喘不过气"),
    ("zh", "rf-leg-weakness", "我的双腿动不了"),
    ("vi", "rf-crisis", "tôi không muốn sống nữa"),
    ("vi", "rf-crisis", "toi muon chet"),
    ("vi", "rf-cauda-equina", "tôi không đi tiểu được và tê giữa hai chân"),
    ("vi", "rf-chest", "tôi bị đau ngực và khó thở"),
    ("vi", "rf-leg-weakness", "tôi không cử động được chân"),
    ("tl", "rf-crisis", "gusto ko nang mamatay"),
    ("tl", "rf-cauda-equina", "hindi ako makaihi at namamanhid ang singit ko"),
    ("tl", "rf-chest", "masakit ang dibdib ko at hindi ako makahinga"),
    ("tl", "rf-leg-weakness", "hindi ko maigalaw ang mga binti ko"),
    ("so", "rf-crisis", "waxaan rabaa inaan dhinto"),
    ("so", "rf-cauda-equina", "ma kaadin karo tan iyo shalay"),
    ("so", "rf-chest", "laabta ayaa i xanuunaysa oo ma neefsan karo"),
    ("so", "rf-leg-weakness", "lugahayga ma dhaqaajin karo"),
]
"""Grave messages, with their language and the flag they raise."""

IDIOMS = [
    ("es", "me quiero morir de risa con este estiramiento"),
    ("de", "keine Schmerzen in der Brust, nur der Rücken tut weh"),
    ("fr", "c'est à mourir de rire"),
    ("it", "questo gatto mi fa morire dal ridere"),
    ("zh", "笑死我了，这只猫真可爱"),
    ("vi", "hôm nay tập xong mệt muốn chết"),
]
"""What sounds like dying and is none."""

ENGLISH = [
    "back",
    "hamstring",
    "sciatica",
    "L4 L5 protrusion",
    "DVT?",
    "spondylolisthesis",
    "hi",
    "la la la",
    "no",
    "me too",
    "tut",
    "hat man",
    "die hand in am so was",
    "my bakc hrts wen i bnd ovr",
    "asdf jkl qwert zxcv",
    "hamstirng strech plz",
    "Juan Carlos de la Cruz hurt his back",
    "ciao bella, my back hurts a lot today",
    "hola, can I stretch with sciatica?",
    "Rücken pain since yesterday, what can I do",
    "my lumbago is bad, merci",
    "gut pain",
    "lung",
    "ache",
    "medic",
    "comment",
    "I did pilates with Anneliese and Wojciech in Kraków",
    "ankylosing spondylitis HLA-B27 uveitis",
    "lol same",
    "omg yesss",
    "wtf bro",
    "brb gtg",
    "gg ez",
    "is sans a skeleton",
    "pain au chocolat for breakfast",
]
"""English, however it is typed, and what has no language."""


@pytest.mark.parametrize(("language", "text"), CALM)
def test_a_calm_message_in_another_language_is_unread_and_its_language_told(
    answerer: Answerer, language: str, text: str
) -> None:
    answer = answerer.answer(text)
    assert isinstance(answer, Unread)
    assert answer.language == language
    assert answer.candidates == ()


@pytest.mark.parametrize("text", OTHERS)
def test_a_language_that_nobody_has_written_down_is_unread_without_a_name(answerer: Answerer, text: str) -> None:
    answer = answerer.answer(text)
    assert isinstance(answer, Unread)
    assert answer.language == ""


@pytest.mark.parametrize(("language", "flag", "text"), GRAVE)
def test_what_is_grave_in_another_language_is_urgent(answerer: Answerer, language: str, flag: str, text: str) -> None:
    answer = answerer.answer(text)
    assert isinstance(answer, Urgent)
    assert (answer.language, answer.hit.flag) == (language, flag)
    assert answer.hit.level is (Level.CRISIS if flag == "rf-crisis" else Level.EMERGENCY)


@pytest.mark.parametrize(("language", "text"), IDIOMS)
def test_an_idiom_raises_nothing(answerer: Answerer, language: str, text: str) -> None:
    answer = answerer.answer(text)
    assert isinstance(answer, Unread)
    assert answer.language == language


@pytest.mark.parametrize("text", ENGLISH)
def test_english_stays_english_however_it_is_typed(answerer: Answerer, text: str) -> None:
    tongue = answerer.languages.read(answerer.reader.read(text).words)
    assert (tongue.readable, tongue.hit) == (True, None)


@pytest.mark.parametrize(
    ("text", "language", "outcome"),
    [
        ("ayuda I can't pee and I'm numb between my legs", "", Urgent),
        ("please help 我不想活了", "zh", Urgent),
        ("hello I don't know what to do, quiero morir", "es", Urgent),
    ],
)
def test_half_a_message_in_english_is_heard_in_both(
    answerer: Answerer, text: str, language: str, outcome: type[Urgent]
) -> None:
    answer = answerer.answer(text)
    assert isinstance(answer, outcome)
    assert answer.language == language


@pytest.mark.parametrize("text", ["", "🙂🙂", "12 34", "…", "a", "x"])
def test_what_has_no_words_is_as_readable_as_any(answerer: Answerer, text: str) -> None:
    assert answerer.languages.read(answerer.reader.read(text).words).readable


def test_no_phrasing_and_no_example_is_called_unreadable(answerer: Answerer) -> None:
    asked = (text for topic in answerer.library.topics.values() for text in (topic.question, *topic.asked_as))
    unread = [text for text in asked if not answerer.languages.read(answerer.reader.read(text).words).readable]
    assert unread == []


def test_no_everyday_word_of_english_speaks_for_another_language(answerer: Answerer) -> None:
    assert answerer.languages.read(("die", "hat", "was", "so", "in", "an", "am", "man", "will")).readable


def test_a_written_sign_in_an_unread_message_still_asks(answerer: Answerer) -> None:
    answer = answerer.answer("hola buenos dias mi espalda duele mucho y tengo dark pee desde ayer")
    assert isinstance(answer, Check | Urgent)
