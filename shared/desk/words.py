"""The words of the desk's pages for people, in each language."""

from dataclasses import dataclass

from shared.desk.receipt import EditionState, State
from shared.news.language import Language


@dataclass(frozen=True)
class Words:
    """The words of one language; {blanks} are filled."""

    everywhere: str
    """The title where the story is live in every edition."""
    states: dict[State, str]
    edition_states: dict[EditionState, str]
    editions: dict[Language, str]
    upload: str  # {upload}
    version: str  # {version} {revision}
    field: str  # {field}
    field_and_line: str  # {field} {line}
    example: str  # {example}
    faults: str
    still_live: str
    notes: str
    where: str
    stale: str
    stale_edition: str
    desk: str
    dead: str
    forged: str
    forged_says: str  # {kappa} {file}
    gaps: str
    gaps_says: str  # {file}
    hot: str  # {edition} {place} {readers}
    own_text: str  # {file}
    counted_until: str  # {moment}
    more: str  # {number} {file}
    open: str
    nothing_open: str
    newest: str
    nothing_yet: str
    story: str
    revision: str
    changed: str
    block_saw: str  # {said}
    block_proposed: str  # {said}
    block_removed: str
    body_elsewhere: str


ENGLISH = Words(
    everywhere="Live in all editions",
    states={
        "accepted": "Accepted",
        "held": "Held",
        "rejected": "Rejected",
        "withdrawn": "Withdrawn",
        "superseded": "Superseded by a newer version",
    },
    edition_states={
        "pending": "on its way",
        "held": "held",
        "live": "live",
        "withdrawn": "withdrawn",
    },
    editions={"en": "English", "ar": "Arabic", "es": "Spanish"},
    upload="File: {upload}",
    version="Version {version}, revision {revision}",
    field="In {field}",
    field_and_line="Line {line}, in {field}",
    example="For example: {example}",
    faults="Please mend this and upload the file again",
    still_live="What was live before stays live.",
    notes="Good to know",
    where="Where it is",
    stale="The story has changed since this text was made of it. Readers still see your text; "
    "compare it with the new version and upload it again.",
    stale_edition="A person's text, older than the story's newest version.",
    desk="The desk",
    dead="Stuck, until somebody sends it again",
    forged="Readers that look like machines",
    forged_says="In these hours views came in an unusual way. In an hour a story has at most "
    "{kappa} readers for each network, so one machine or one network moves a list very little; "
    "thousands of networks can. It may also be news that many want to read at once. If the story "
    "does not deserve its place, ban it in {file}; otherwise there is nothing to do.",
    gaps="Read in one edition, missing or old in another",
    gaps_says="Readers gather at these stories just now. Upload the text that is missing or old; "
    "in {file} you can pin the story, or ban it where it is of no interest.",
    hot="{edition}: place {place} in Trending, readers in 24 hours: {readers}",
    own_text="Your own text goes to {file}.",
    counted_until="Counted until {moment}.",
    more="{number} more are in {file}.",
    open="Open",
    nothing_open="Nothing is open.",
    newest="The newest stories",
    nothing_yet="There is no story yet.",
    story="Story",
    revision="Revision",
    changed="Last change",
    block_saw="The source has changed here. These words were made from: {said}",
    block_proposed="Proposed instead: {said}",
    block_removed="The source no longer has this, so readers do not see these words. Save what is "
    "worth saving elsewhere, and set this unit to final to let it go.",
    body_elsewhere="The text of this edition is built otherwise than the source, so it is not "
    "here: change it in the Markdown file beside this one.",
)

ARABIC = Words(
    everywhere="منشورة في كل الطبعات",
    states={
        "accepted": "مقبول",
        "held": "معلَّق",
        "rejected": "مرفوض",
        "withdrawn": "مسحوب",
        "superseded": "حلّت محلّه نسخة أحدث",
    },
    edition_states={
        "pending": "في الطريق",
        "held": "معلَّقة",
        "live": "منشورة",
        "withdrawn": "مسحوبة",
    },
    editions={"en": "الإنجليزية", "ar": "العربية", "es": "الإسبانية"},
    upload="الملف: {upload}",
    version="النسخة {version}، المراجعة {revision}",
    field="في {field}",
    field_and_line="السطر {line}، في {field}",
    example="مثال: {example}",
    faults="أصلح ما يلي ثم ارفع الملف من جديد",
    still_live="ما كان منشوراً من قبل يبقى منشوراً.",
    notes="للعلم",
    where="أين هي الآن",
    stale="تغيّرت المادة بعد إعداد هذا النص. ما زال القراء يرون نصك؛ "
    "قارنه بالنسخة الجديدة ثم ارفعه من جديد.",
    stale_edition="نص كتبه إنسان، وهو أقدم من آخر نسخة للمادة.",
    desk="مكتب التحرير",
    dead="عالق حتى يُعاد إرساله",
    forged="قراءات تبدو آلية",
    forged_says="جاءت المشاهدات في هذه الساعات على نحو غير معتاد. لا يُحسب للمادة في الساعة أكثر "
    "من {kappa} من القراء لكل شبكة، فجهاز واحد أو شبكة واحدة لا يكاد يحرك القائمة، أما آلاف "
    "الشبكات فقد تحركها. وقد يكون خبراً أراد كثيرون قراءته في وقت واحد. إن كانت المادة لا تستحق "
    "مكانها فاحجبها في {file}؛ وإلا فلا حاجة إلى شيء.",
    gaps="مقروءة في طبعة، ناقصة أو قديمة في أخرى",
    gaps_says="يُقبل القراء الآن على هذه المواد. ارفع النص الناقص أو حدّث القديم؛ ويمكنك في {file} "
    "تثبيت المادة، أو حجبها حيث لا تهم أحداً.",
    hot="{edition}: المرتبة {place} في «الرائج الآن»، القراء في 24 ساعة: {readers}",
    own_text="مكان نصك: {file}.",
    counted_until="العدّ حتى {moment}.",
    more="وغيرها {number} في {file}.",
    open="قيد المتابعة",
    nothing_open="لا شيء قيد المتابعة.",
    newest="أحدث المواد",
    nothing_yet="لا مواد بعد.",
    story="المادة",
    revision="المراجعة",
    changed="آخر تغيير",
    block_saw="تغيّر الأصل هنا. كُتب هذا النص عن: {said}",
    block_proposed="المقترح بدلاً منه: {said}",
    block_removed="لم يعد هذا في الأصل، فلا يرى القراء هذا النص. انقل ما يستحق البقاء إلى موضع "
    "آخر، ثم اجعل هذه الوحدة نهائية لتزول.",
    body_elsewhere="بُني متن هذه الطبعة على غير بناء الأصل، فليس هنا: عدّله في ملف Markdown "
    "المجاور لهذا الملف.",
)

SPANISH = Words(
    everywhere="Publicada en todas las ediciones",
    states={
        "accepted": "Aceptado",
        "held": "Retenido",
        "rejected": "Rechazado",
        "withdrawn": "Retirado",
        "superseded": "Sustituido por una versión más reciente",
    },
    edition_states={
        "pending": "en camino",
        "held": "retenida",
        "live": "publicada",
        "withdrawn": "retirada",
    },
    editions={"en": "Inglés", "ar": "Árabe", "es": "Español"},
    upload="Archivo: {upload}",
    version="Versión {version}, revisión {revision}",
    field="En {field}",
    field_and_line="Línea {line}, en {field}",
    example="Por ejemplo: {example}",
    faults="Corrija lo siguiente y vuelva a subir el archivo",
    still_live="Lo que ya estaba publicado sigue publicado.",
    notes="Conviene saber",
    where="Dónde está",
    stale="La noticia ha cambiado desde que se hizo este texto. Los lectores siguen viendo su "
    "texto; compárelo con la versión nueva y vuelva a subirlo.",
    stale_edition="Texto de una persona, anterior a la última versión de la noticia.",
    desk="La redacción",
    dead="Atascado, hasta que alguien lo reenvíe",
    forged="Lecturas que parecen de máquinas",
    forged_says="En estas horas las visitas llegaron de un modo poco habitual. En una hora, una "
    "noticia tiene como máximo {kappa} lectores por red: una sola máquina o una sola red apenas "
    "mueve la lista; miles de redes pueden moverla. También puede ser una noticia que muchos "
    "quieren leer a la vez. Si no merece su lugar, vétela en {file}; si lo merece, no haga nada.",
    gaps="Leídas en una edición, ausentes o antiguas en otra",
    gaps_says="Los lectores acuden ahora a estas noticias. Suba el texto que falta o que es "
    "antiguo; en {file} puede fijar la noticia, o vetarla donde no interese.",
    hot="{edition}: puesto {place} en Tendencias, lectores en 24 horas: {readers}",
    own_text="Su propio texto va en {file}.",
    counted_until="Contado hasta {moment}.",
    more="Hay {number} más en {file}.",
    open="Pendiente",
    nothing_open="No hay nada pendiente.",
    newest="Las noticias más recientes",
    nothing_yet="Todavía no hay noticias.",
    story="Noticia",
    revision="Revisión",
    changed="Último cambio",
    block_saw="El original ha cambiado aquí. Este texto se hizo a partir de: {said}",
    block_proposed="Se propone en su lugar: {said}",
    block_removed="El original ya no tiene esto, así que los lectores no ven este texto. Pase a "
    "otro lugar lo que valga la pena y marque esta unidad como final para que desaparezca.",
    body_elsewhere="El cuerpo de esta edición está construido de otro modo que el original, así "
    "que no está aquí: cámbielo en el archivo Markdown que hay junto a este.",
)

WORDS: dict[Language, Words] = {"en": ENGLISH, "ar": ARABIC, "es": SPANISH}
