"""Texts that translation services give instead of a translation.

An article may quote an error, or be about one: what an answer says counts only where its source,
in any of the languages, says nothing of the kind.
"""

import re

_KINDS = {
    "markup": r"""
        <!doctype
        </?[a-z][a-z0-9]*(?:\s[^<>]{0,300})?/?>
        &(?:[a-z]{2,8}|#\d+|#x[0-9a-f]+);
        \[object object\]
        "(?:error|errors|message|responsestatus|translatedtext|code)"\s*:
    """,
    "status": r"""
        \b(?:error|خطأ)\s*:?\s*\(?[45]\d\d\b
        \b[45]\d\d\b[\s:(.–-]*(?:\w+ )?(?:error|forbidden|unauthorized|too many|not found|bad )
        \b[45]\d\d\b[\s:(.–-]*(?:\w+ )?(?:service|gateway|prohibido|no autorizado)
        (?<!\d)[45]\d\d[\s:(.–-]*(?:خطأ|ممنوع|غير مصرح)
        \bhttp[ /]?(?:error|\d(?:\.\d)? [45]\d\d)
        that.s an error
        that.s all we know
    """,
    "server": r"""
        \b(?:internal|server)\s+(?:server\s+)?error\b
        \berror (?:interno )?(?:del|de) (?:el )?servidor
        خطأ (?:داخلي )?(?:في|من) (?:الخادم|السيرفر|الخدمة)
        \bbad gateway
        \bgateway time-?out
        \bpuerta de enlace
        البوابة غير صالحة
        \b(?:service|server) (?:is )?(?:\w+ )?(?:unavailable|overloaded)
        \b(?:servicio|servidor) (?:no )?(?:está )?(?:\w+ )?(?:no )?(?:disponible|sobrecargado)
        (?:الخدمة|الخادم|الموقع) غير (?:متاحة?|متوفرة?)
        \b(?:temporarily|temporalmente) (?:unavailable|no disponible|blocked|bloquead[oa])
        \b(?:request|connection|response|read) timed out
        \btime-?out (?:exceeded|error)
        \btiempo de espera (?:agotado|excedido)
        انتهت مهلة
        \bconnection (?:refused|reset|error)
        \b(?:failed|unable) to (?:fetch|connect|translate)
        \berror de (?:conexión|red|traducción)
    """,
    "requests": r"""
        \btoo many requests
        \brate[ -]?limit
        \brequest limit
        \busage limit
        \bslow down and try
        \bthrottl(?:ed|ing)\b
        \bdemasiad[ao]s (?:solicitudes|peticiones|consultas)
        \blímite de (?:solicitudes|peticiones|consultas|uso)
        (?:عدد كبير|الكثير|عدد) (?:جدا |جدًا )?من الطلبات
        طلبات (?:كثيرة|أكثر)
    """,
    "quota": r"""
        \bquota\b.{0,40}(?:exceeded|reached|left|exhausted)
        \bexceeded.{0,30}\bquota\b
        \bcuota\b.{0,40}(?:superad|excedid|agotad)
        \b(?:superado|excedido|agotado).{0,30}\bcuota\b
        (?:تجاوز|نفد|استنفد|انته)\w*.{0,20}(?:الحصة|حصة|الحد المسموح|حد الاستخدام)
        \bmymemory
        \bavailable free translations
        \btraducciones gratuitas
        الترجمات المجانية
        \bfree (?:plan|tier)\b.{0,30}(?:limit|exceeded)
        \binsufficient (?:credit|balance|funds for)
        \bresource[ _]exhausted
        \bbilling (?:account|details)
    """,
    "length": r"""
        \b(?:query|text|request) (?:length )?(?:is )?(?:limit exceeded|too (?:long|large))
        \bmax allowed query
        \bpayload too large
        \btexto (?:es )?demasiado (?:largo|grande)
        النص طويل جد
    """,
    "person": r"""
        captcha
        كابتشا
        \bunusual traffic
        \btráfico (?:inusual|poco usual)
        حركة (?:مرور|بيانات|زيارات) غير (?:عادية|معتادة|مألوفة)
        \b(?:not|are you|no soy|no eres|no es) (?:a|un) robot
        (?:لست|برنامج) روبوت
        أنك (?:لست روبوت|إنسان)
        \bverify (?:that )?you are (?:a )?human
        \b(?:verifi|demuestr|confirm)\w+ que (?:usted )?(?:eres|es) (?:un )?humano
        \bchecking your browser
        \byour ip\b
        \bip address
        \bdirección ip\b
        عنوان (?:ال)?(?:ip|آي ?بي)
    """,
    "browser": r"""
        \b(?:enable|activ\w+|habilit\w+|turn on) (?:java ?script|cookies)
        (?:تفعيل|تمكين|بتفعيل|بتمكين|فعّ?ل) (?:java|جافا|ملفات)
        \bbefore you continue to
        \bantes de (?:continuar|ir) a google
        قبل المتابعة إلى
        \bunsupported browser
        \bnavegador no (?:es )?compatible
        \baccept all cookies
        \baceptar todas? las cookies
        قبول (?:جميع |كل )?ملفات تعريف
    """,
    "access": r"""
        \baccess (?:is |to this \w+ (?:is |has been ))?denied
        \bacceso (?:denegado|no autorizado)
        رفض الوصول
        الوصول مرفوض
        \bapi[ _-]?key
        \bclave (?:de )?(?:la )?api\b
        مفتاح (?:ال)?(?:api|واجهة)
        \binvalid (?:credentials|token|auth\w*|subscription)
        \b(?:authentication|authorization) (?:failed|error|required)
        \bcredenciales (?:no )?(?:in)?válidas
        \bnot authorized to perform
    """,
    "language": r"""
        \binvalid (?:source|target|language|pair)
        \b(?:language|pair) (?:\w+ )?(?:is )?not supported
        \bunsupported (?:source|target|language|pair)
        \b(?:idioma|par de idiomas) no (?:es )?(?:compatible|soportado|válido)
        (?:اللغة|لغة|زوج اللغات) غير (?:مدعومة?|صالحة?)
        \bno (?:translation|content) (?:was )?found
        \btranslation (?:failed|error)
        \bselect two distinct
    """,
    "again": r"""
        \btry again (?:later|in \d|after)
        \b(?:int[eé]nt\w+|vuelva a intentar\w*|prueb\w+) (?:de nuevo |otra vez )?más tarde
        (?:حاول|المحاولة) (?:مرة أخرى |مجددا |مجددًا )?(?:لاحقا|لاحقًا|في وقت لاحق)
        ^\W*(?:something went wrong|algo salió mal|حدث خطأ)
        \ban error (?:has )?occurred
        \b(?:ha ocurrido|ocurrió|se produjo|se ha producido) un error
        \bpage not found
        \bpágina no encontrada
        الصفحة غير موجودة
    """,
    "program": r"""
        \btraceback \(most
        \w(?:error|exception):\s
        \bexception in thread
        \bstack ?trace
        ^\W*(?:null|none|undefined|nan|true|false)\W*$
    """,
    "assistant": r"""
        \bas an? (?:ai|large language|language model)
        \bcomo (?:una? )?(?:ia\b|inteligencia artificial|modelo de lenguaje)
        (?:كنموذج|بصفتي|كوني) (?:لغوي|نموذج|ذكاء)
        ^\W*(?:i(?:.m| am) sorry,? (?:but )?)?i (?:can.?t|cannot) (?:help|assist|translate)
        ^\W*(?:lo siento,? (?:pero )?)?no puedo (?:traducir|ayudar|proporcionar)
        ^\W*(?:آسف|عذرا|عذرًا)?\W*(?:لا (?:يمكنني|أستطيع)) (?:\w+ )?(?:ترجمة|المساعدة|تقديم)
        \bhere.?s?(?: is)? (?:the|your|a) (?:\w+ )?translation
        \b(?:aquí|esta) (?:está|tiene|es) (?:la|tu|su) traducción
        (?:إليك|فيما يلي|هذه هي) (?:ال)?ترجمة
        ^\W*(?:translation|traducción|(?:ال)?ترجمة)\W*:
    """,
}
"""Patterns of small letters, one a line; a kind has its texts in every language."""
_PATTERNS = {
    kind: "|".join(map(str.strip, text.split("\n")[1:-1])) for kind, text in _KINDS.items()
}
_ANY = "|".join(_PATTERNS.values())


def is_error_text(source: str, answer: str) -> bool:
    """Whether an answer says what a service says when it does not translate."""
    said, given = answer.lower(), source.lower()
    return re.search(_ANY, said) is not None and any(
        re.search(kind, said) and not re.search(kind, given) for kind in _PATTERNS.values()
    )
