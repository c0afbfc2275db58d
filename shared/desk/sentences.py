"""Every code that the desk has to explain, in English, Arabic and Spanish.

A sentence says what is wrong and how to mend it, to somebody who writes news and not programs.
`{given}` is what was written, `{known}` what could have been. A part in [brackets] is left out
where one of its blanks has nothing in it.
"""

Sentence = tuple[str, str, str]
"""The same in English, Arabic and Spanish."""

UNKNOWN: Sentence = (
    "Something is not right here, and the desk has no words for it but the code {code}.",
    "ثمة خلل هنا، وليس لدى مكتب التحرير وصف له سوى الرمز {code}.",
    "Algo no está bien, y la redacción no tiene más explicación que el código {code}.",
)

FAULTS: dict[str, Sentence] = {
    # --- the file ---
    "not-text": (
        (
            "This is not a text file in UTF-8. Save it as plain text with the encoding UTF-8, "
            "not as Word, PDF or UTF-16."
        ),
        (
            "هذا ليس ملفاً نصيًّا بترميز UTF-8. احفظه نصًّا عاديًّا بترميز UTF-8، لا بصيغة Word "
            "أو PDF أو بترميز UTF-16."
        ),
        (
            "No es un archivo de texto en UTF-8. Guárdelo como texto sin formato con la "
            "codificación UTF-8, no como Word, PDF ni UTF-16."
        ),
    ),
    "too-large": (
        "The file has {size} MB; {limit} MB are the most.",
        "حجم الملف {size} ميغابايت، والحد الأقصى {limit} ميغابايت.",
        "El archivo ocupa {size} MB; el máximo es de {limit} MB.",
    ),
    "empty": (
        "The file is empty. Perhaps it was not saved before it was uploaded.",
        "الملف فارغ. ربما رُفع قبل حفظه.",
        "El archivo está vacío. Quizá se subió antes de guardarlo.",
    ),
    "unknown-kind-of-file": (
        (
            "Files of this kind cannot be used here. A story is a .md file; pictures are JPEG, "
            "PNG, WebP, AVIF or GIF."
        ),
        (
            "لا يمكن استخدام ملفات من هذا النوع هنا. المادة ملف ينتهي بـ \u200e.md\u200e، "
            "والصور بصيغة JPEG أو PNG أو WebP أو AVIF أو GIF."
        ),
        (
            "Aquí no se pueden usar archivos de este tipo. Una noticia es un archivo .md; las "
            "imágenes son JPEG, PNG, WebP, AVIF o GIF."
        ),
    ),
    "no-language": (
        "The file's name does not say the language. It must end in .en.md, .ar.md or .es.md.",
        (
            "لا يذكر اسم الملف لغته. يجب أن ينتهي بـ \u200e.en.md\u200e أو \u200e.ar.md\u200e "
            "أو \u200e.es.md\u200e."
        ),
        "El nombre del archivo no indica el idioma. Debe terminar en .en.md, .ar.md o .es.md.",
    ),
    "unknown-language": (
        (
            "The file's name ends in .{given}.md, which is none of our languages. It must end "
            "in .en.md, .ar.md or .es.md."
        ),
        (
            "لاحقة اللغة في اسم الملف هي {given}، وليست من لغاتنا. يجب أن ينتهي الاسم بـ "
            "\u200e.en.md\u200e أو \u200e.ar.md\u200e أو \u200e.es.md\u200e."
        ),
        (
            "El nombre del archivo termina en .{given}.md, que no es ninguno de nuestros "
            "idiomas. Debe terminar en .en.md, .ar.md o .es.md."
        ),
    ),
    # --- the front matter ---
    "no-front-matter": (
        "The file must begin with its fields between two lines of ---.",
        "يجب أن يبدأ الملف بحقوله بين سطرين من ---.",
        "El archivo debe empezar con sus campos entre dos líneas de ---.",
    ),
    "front-matter-open": (
        "The fields have no end: a second line of --- is missing after the last field.",
        "الحقول بلا نهاية: ينقص سطر ثانٍ من --- بعد آخر حقل.",
        "Los campos no tienen fin: falta una segunda línea de --- después del último campo.",
    ),
    "front-matter-large": (
        "The fields take more than {limit} KB. Long texts belong below the second line of ---.",
        "تتجاوز الحقول {limit} كيلوبايت. مكان النصوص الطويلة بعد سطر --- الثاني.",
        (
            "Los campos ocupan más de {limit} KB. Los textos largos van debajo de la segunda "
            "línea de ---."
        ),
    ),
    "toml": (
        "The fields stand between lines of +++ (TOML). Write them as YAML between lines of ---.",
        "الحقول مكتوبة بين سطرين من +++ \u200f(TOML). اكتبها بصيغة YAML بين سطرين من ---.",
        "Los campos están entre líneas de +++ (TOML). Escríbalos en YAML entre líneas de ---.",
    ),
    "no-fields": (
        "There must be fields here, one on each line: a name, a colon, a space, a value.",
        "يجب أن تكون هنا حقول، لكل حقل سطر: الاسم ثم نقطتان ثم مسافة ثم القيمة.",
        "Aquí debe haber campos, uno por línea: nombre, dos puntos, espacio y valor.",
    ),
    "not-yaml": (
        (
            "The fields cannot be read as YAML here. Each line needs a name, a colon, a space "
            "and a value."
        ),
        "تتعذر قراءة الحقول هنا بصيغة YAML. يحتاج كل سطر إلى اسم ثم نقطتين ثم مسافة ثم قيمة.",
        (
            "Los campos no se pueden leer aquí como YAML. Cada línea necesita nombre, dos "
            "puntos, espacio y valor."
        ),
    ),
    "yaml-colon": (
        (
            "There is a second colon in this value, or the line is indented by mistake. Put a "
            "value that contains a colon in quotation marks."
        ),
        (
            "في هذه القيمة نقطتان أخريان، أو أن السطر مزاح خطأً. ضع القيمة التي فيها نقطتان بين "
            "علامتي اقتباس مستقيمتين."
        ),
        (
            "Este valor contiene otros dos puntos, o la línea está sangrada por error. Ponga "
            "entre comillas rectas un valor que contenga dos puntos."
        ),
    ),
    "yaml-quote": (
        (
            "A quotation mark is not closed, or the value begins with a sign that needs "
            "quotation marks around the whole value."
        ),
        "علامة اقتباس لم تُغلق، أو أن القيمة تبدأ برمز يستلزم وضع القيمة كلها بين علامتي اقتباس.",
        (
            "Hay unas comillas sin cerrar, o el valor empieza con un signo que obliga a ponerlo "
            "todo entre comillas."
        ),
    ),
    "yaml-bracket": (
        "A bracket is not closed, or a comma is missing between two values.",
        "قوس لم يُغلق، أو فاصلة ناقصة بين قيمتين.",
        "Hay un corchete o una llave sin cerrar, o falta una coma entre dos valores.",
    ),
    "yaml-tab": (
        "Lines are indented with spaces, never with tabs.",
        "تُزاح الأسطر بالمسافات لا بمفتاح الجدولة (Tab).",
        "Las líneas se sangran con espacios, nunca con tabuladores.",
    ),
    "yaml-anchor": (
        (
            "Anchors (&) and aliases (*) are not allowed. If the value is meant to begin with "
            "such a sign, put it in quotation marks."
        ),
        (
            "لا يُسمح بالمراسي (&) ولا بالأسماء المستعارة (*). إن كان المقصود قيمة تبدأ بهذا "
            "الرمز فضعها بين علامتي اقتباس."
        ),
        (
            "No se permiten anclas (&) ni alias (*). Si el valor debe empezar con ese signo, "
            "póngalo entre comillas."
        ),
    ),
    "yaml-tag": (
        (
            "Tags (!) are not allowed. If the value is meant to begin with an exclamation mark, "
            "put it in quotation marks."
        ),
        "لا يُسمح بالوسوم (!). إن كان المقصود قيمة تبدأ بعلامة تعجب فضعها بين علامتي اقتباس.",
        (
            "No se permiten etiquetas (!). Si el valor debe empezar con un signo de "
            "exclamación, póngalo entre comillas."
        ),
    ),
    "yaml-key": (
        "A field's name must be a simple word.",
        "يجب أن يكون اسم الحقل كلمة بسيطة.",
        "El nombre de un campo debe ser una palabra simple.",
    ),
    "yaml-deep": (
        "The fields are nested too deeply.",
        "الحقول متداخلة أكثر مما ينبغي.",
        "Los campos están anidados a demasiada profundidad.",
    ),
    "doubled-field": (
        "This field is already there on line {first}; only one can hold.",
        "هذا الحقل موجود من قبل في السطر {first}، ولا يصح إلا واحد.",
        "Este campo ya está en la línea {first}; solo puede valer uno.",
    ),
    # --- the fields ---
    "required": (
        "This field is missing or empty.",
        "هذا الحقل ناقص أو فارغ.",
        "Este campo falta o está vacío.",
    ),
    "unknown-field": (
        "There is no field “{given}”.[ Did you mean “{nearest}”?]",
        "لا يوجد حقل باسم «{given}».[ هل تقصد «{nearest}»؟]",
        "No existe el campo «{given}».[ ¿Quería decir «{nearest}»?]",
    ),
    "field-to-come": (
        "This field cannot be used yet; it will be possible in a later version. Please remove it.",
        "لا يمكن استخدام هذا الحقل بعد، وسيُتاح في إصدار لاحق. احذفه الآن.",
        (
            "Este campo todavía no se puede usar; lo permitirá una versión posterior. Quítelo "
            "por ahora."
        ),
    ),
    "only-in-edition": (
        "This field belongs only in a person's text for one edition (a file without a section).",
        "مكان هذا الحقل نص كتبه إنسان لطبعة واحدة فقط (أي ملف بلا قسم).",
        (
            "Este campo solo tiene sentido en un texto escrito por una persona para una edición "
            "(un archivo sin sección)."
        ),
    ),
    "only-in-source": (
        "This field belongs in the story's own file, not in the text for one edition.",
        "مكان هذا الحقل الملف الأصلي للمادة، لا نص الطبعة الواحدة.",
        "Este campo pertenece al archivo original de la noticia, no al texto de una edición.",
    ),
    "expects-text": (
        "This must be a simple text on one line.",
        "يجب أن يكون هذا نصًّا بسيطاً في سطر واحد.",
        "Aquí debe ir un texto simple en una línea.",
    ),
    "expects-list": (
        "This must be a list of simple texts in square brackets, with commas between them.",
        "يجب أن تكون هذه قائمة نصوص بسيطة بين قوسين مربعين تفصل بينها فواصل لاتينية (,).",
        "Aquí debe ir una lista de textos simples entre corchetes, separados por comas.",
    ),
    "expects-fields": (
        "This must be a group of fields in braces, or on indented lines of their own.",
        "يجب أن تكون هذه مجموعة حقول بين قوسين معقوفين، أو في أسطر مزاحة خاصة بها.",
        "Aquí debe ir un grupo de campos entre llaves, o en líneas sangradas propias.",
    ),
    "expects-entries": (
        "This must be a list of entries, each on a line of its own that begins with a hyphen.",
        "يجب أن تكون هذه قائمة بنود، كل بند في سطر خاص به يبدأ بشُرطة (-).",
        "Aquí debe ir una lista de entradas, cada una en su propia línea y con un guion delante.",
    ),
    "names-no-story": (
        (
            "“{given}” names no story. Write the story's place in the inbox, without language "
            "and ending, or its id (the ten characters at the end of its address)."
        ),
        (
            "لا يدل «{given}» على مادة. اكتب موضع المادة في صندوق الوارد بلا لغة ولا لاحقة، أو "
            "معرّفها (الأحرف العشرة في آخر عنوانها)."
        ),
        (
            "«{given}» no designa ninguna noticia. Escriba su ubicación en la bandeja de "
            "entrada, sin idioma ni terminación, o su identificador (los diez caracteres finales "
            "de su dirección)."
        ),
    ),
    "too-long": (
        "This has {length} characters; {limit} are the most.",
        "طول هذا {length} من الأحرف، والحد الأقصى {limit}.",
        "Tiene {length} caracteres; el máximo es {limit}.",
    ),
    "too-many": (
        "There are {length} values here; {limit} are the most.",
        "عدد القيم هنا {length}، والحد الأقصى {limit}.",
        "Aquí hay {length} valores; el máximo es {limit}.",
    ),
    "not-one-of": (
        "“{given}” is not possible here. Possible are: {known}.[ Did you mean “{nearest}”?]",
        "«{given}» غير ممكن هنا. الممكن: {known}.[ هل تقصد «{nearest}»؟]",
        "«{given}» no es posible aquí. Se admiten: {known}.[ ¿Quería decir «{nearest}»?]",
    ),
    "not-a-time": (
        "“{given}” is not a date with a time and a time zone.",
        "«{given}» ليس تاريخاً مع ساعة ومنطقة زمنية.",
        "«{given}» no es una fecha con hora y zona horaria.",
    ),
    "time-without-zone": (
        (
            "“{given}” has no time zone, so it would be another moment in each edition. Add it "
            "at the end."
        ),
        "«{given}» بلا منطقة زمنية، فيكون لحظة مختلفة في كل طبعة. أضفها في آخره.",
        (
            "«{given}» no tiene zona horaria, así que sería un momento distinto en cada "
            "edición. Añádala al final."
        ),
    ),
    "time-out-of-range": (
        "“{given}” is too far in the past or in the future.",
        "«{given}» بعيد جدًّا في الماضي أو في المستقبل.",
        "«{given}» queda demasiado lejos en el pasado o en el futuro.",
    ),
    "not-a-point": (
        "A point is two numbers from 0 to 1 in square brackets: from the left, and from the top.",
        "النقطة عددان من 0 إلى 1 بين قوسين مربعين: من اليسار، ثم من الأعلى.",
        "Un punto son dos números de 0 a 1 entre corchetes: desde la izquierda y desde arriba.",
    ),
    "not-a-digest": (
        (
            "This is not the hash of a source text. Copy the line from the exported file "
            "unchanged, or leave it out."
        ),
        "هذه ليست بصمة نص أصلي. انسخ السطر من الملف المصدَّر كما هو، أو احذفه.",
        (
            "Esto no es la huella de un texto original. Copie la línea del archivo exportado "
            "sin cambios o quítela."
        ),
    ),
    "nothing-said": (
        "The file says nothing: it has neither a headline nor a text.",
        "لا يقول الملف شيئاً: لا عنوان فيه ولا نص.",
        "El archivo no dice nada: no tiene ni titular ni texto.",
    ),
    "only-for-kind": (
        "Only stories of the kind “{given}” can have this field.",
        "لا يكون هذا الحقل إلا في المواد من نوع «{given}».",
        "Solo las piezas del tipo «{given}» pueden tener este campo.",
    ),
    "not-a-video": (
        (
            "“{given}” is not the address of a video. It must begin with https:// and end in one "
            "of: {known}."
        ),
        "«{given}» ليس عنوان فيديو. يجب أن يبدأ بـ https://‎ وأن ينتهي بأحد ما يلي: {known}.",
        (
            "«{given}» no es la dirección de un vídeo. Debe empezar por https:// y terminar en "
            "una de estas: {known}."
        ),
    ),
    "unknown-host": (
        (
            "Videos may not come from {given}.[ They may come from: {known}.] Whoever deploys "
            "the site allows other hosts (MediaHosts)."
        ),
        (
            "لا يُسمح بفيديو من {given}.[ المسموح به: {known}.] من يتولى نشر الموقع هو من يسمح "
            "بغيره (MediaHosts)."
        ),
        (
            "No se admiten vídeos de {given}.[ Se admiten de: {known}.] Otros servidores los "
            "autoriza quien despliega el sitio (MediaHosts)."
        ),
    ),
    "not-a-duration": (
        "“{given}” is not a length of time. Write minutes and seconds, or hours before them.",
        "«{given}» ليست مدة. اكتب الدقائق والثواني، وقبلها الساعات إن وُجدت.",
        "«{given}» no es una duración. Escriba minutos y segundos, o antes también las horas.",
    ),
    "unknown-programme": (
        "There is no programme “{given}”.[ They are: {known}.][ Did you mean “{nearest}”?]",
        "لا يوجد برنامج باسم «{given}».[ البرامج هي: {known}.][ هل تقصد «{nearest}»؟]",
        "No existe el programa «{given}».[ Son: {known}.][ ¿Quería decir «{nearest}»?]",
    ),
    "captions-and-transcript": (
        "Captions are the transcript already: give one of the two.",
        "نصوص الشاشة هي نفسها نص الفيديو: اكتب أحد الحقلين فقط.",
        "Los subtítulos ya son la transcripción: dé solo uno de los dos.",
    ),
    "not-a-cue": (
        (
            "“{given}” is not the time of a caption. Captions are WebVTT: a line with begin and "
            "end, in the order of the video, and the words under it."
        ),
        (
            "«{given}» ليس توقيت نص على الشاشة. تُكتب النصوص بصيغة WebVTT: سطر فيه البداية "
            "والنهاية بترتيب الفيديو، وتحته الكلمات."
        ),
        (
            "«{given}» no es el tiempo de un subtítulo. Los subtítulos son WebVTT: una línea con "
            "principio y fin, en el orden del vídeo, y debajo las palabras."
        ),
    ),
    "expects-lines": (
        "This must be text, on indented lines under a | sign.",
        "يجب أن يكون هذا نصًّا، في أسطر مزاحة تحت العلامة |.",
        "Aquí debe ir texto, en líneas sangradas bajo el signo |.",
    ),
    "expects-rows": (
        (
            "Data are a list of rows, each a list of cells in square brackets; the first row is "
            "the head, and at least one more must follow."
        ),
        (
            "البيانات قائمة صفوف، وكل صف قائمة خانات بين قوسين مربعين؛ الصف الأول للعناوين، ويجب "
            "أن يتبعه صف واحد على الأقل."
        ),
        (
            "Los datos son una lista de filas, cada una con sus celdas entre corchetes; la "
            "primera es la cabecera, y debe seguirla al menos otra."
        ),
    ),
    "uneven-row": (
        "The row “{given}” has {length} cells; it must have {limit}, as the head has.",
        "في الصف «{given}» خانات عددها {length}، ويجب أن يكون {limit} كما في صف العناوين.",
        "La fila «{given}» tiene {length} celdas; debe tener {limit}, como la cabecera.",
    ),
    "gallery-of-one": (
        "A gallery has two pictures or more; a single one goes under “picture”.",
        "في المعرض صورتان أو أكثر؛ والصورة الواحدة مكانها حقل «picture».",
        "Una galería tiene dos imágenes o más; una sola va en «picture».",
    ),
    "doubled-picture": (
        "The picture “{given}” is in the gallery twice.",
        "الصورة «{given}» مكررة في المعرض.",
        "La imagen «{given}» está dos veces en la galería.",
    ),
    "not-in-flash": (
        "A flash is one line with a link and an end: it has no such field.",
        "الخبر العاجل سطر واحد له رابط وموعد انتهاء، وليس فيه هذا الحقل.",
        "Una noticia de última hora es una línea con un enlace y un final: no tiene este campo.",
    ),
    "flash-with-body": (
        (
            "A flash is its headline alone. Remove the text below, or publish it as a story and "
            "let the flash lead there with “link”."
        ),
        (
            "الخبر العاجل عنوان فقط. احذف النص الذي تحته، أو انشره مادةً واجعل الخبر العاجل "
            "يقود إليها بالحقل «link»."
        ),
        (
            "Una noticia de última hora es solo su titular. Quite el texto de abajo, o "
            "publíquelo como noticia y lleve hasta ella con «link»."
        ),
    ),
    "not-in-post": (
        (
            "A post of a live page has no such field, only a text and, where you like, headline, "
            "byline, source and picture."
        ),
        ("ليس في مشاركة التغطية الحية هذا الحقل، بل نص، ومعه إن شئت عنوان واسم كاتب ومصدر وصورة."),
        (
            "Una entrada de una cobertura en directo no tiene este campo: solo texto y, si se "
            "quiere, titular, firma, fuente e imagen."
        ),
    ),
    "post-without-text": (
        "A post needs a text below the second line of ---.",
        "تحتاج المشاركة إلى نص بعد سطر --- الثاني.",
        "Una entrada necesita un texto debajo de la segunda línea de ---.",
    ),
    "post-without-folder": (
        (
            "A post lies in a folder named as the file of its live page: the posts of "
            "river-live.en.md lie in river-live/."
        ),
        (
            "مكان المشاركة مجلد يحمل اسم ملف تغطيتها الحية: مشاركات river-live.en.md في المجلد "
            "river-live/."
        ),
        (
            "Una entrada va en una carpeta con el nombre del archivo de su cobertura: las de "
            "river-live.en.md van en river-live/."
        ),
    ),
    "not-a-link": (
        (
            "“{given}” leads nowhere. Write an address that begins with https://, or the inbox "
            "key of one of our stories without language and ending."
        ),
        (
            "لا يقود «{given}» إلى شيء. اكتب عنواناً يبدأ بـ https://، أو مسار مادة من موادنا في "
            "inbox دون اللغة واللاحقة."
        ),
        (
            "«{given}» no lleva a ninguna parte. Escriba una dirección que empiece por "
            "https://, o la clave de una de nuestras noticias en inbox sin idioma ni extensión."
        ),
    ),
    "other-page": (
        (
            "This was published as “{known}” and cannot become “{given}”, which is shown on "
            "other pages. Delete it and upload a file of another name."
        ),
        (
            "نُشرت هذه المادة على أنها «{known}» ولا يمكن أن تصبح «{given}»، لأن ذلك يظهر في صفحات "
            "أخرى. احذفها وارفع ملفًّا باسم آخر."
        ),
        (
            "Esto se publicó como «{known}» y no puede pasar a ser «{given}», que aparece en "
            "otras páginas. Bórrelo y suba un archivo con otro nombre."
        ),
    ),
    "page-elsewhere": (
        (
            "A static page lies in {folder}: its name is its address, so it has small letters, "
            "digits and hyphens only, and does not begin like an address of ours ({known}). This "
            "one is {given}."
        ),
        (
            "مكان الصفحة الثابتة {folder}: اسمها هو عنوانها، فلا يكون فيه إلا حروف لاتينية صغيرة "
            "وأرقام وشرطات، ولا يبدأ كعنوان من عناويننا ({known}). أما هذه فهي {given}."
        ),
        (
            "Una página fija va en {folder}: su nombre es su dirección, así que solo lleva "
            "minúsculas, cifras y guiones, y no empieza como una dirección nuestra ({known}). "
            "Esta es {given}."
        ),
    ),
    "not-in-page": (
        "A static page is in no list, and has no such field: take it out.",
        "الصفحة الثابتة ليست في أي قائمة، وليس فيها هذا الحقل: احذفه.",
        "Una página fija no está en ninguna lista y no lleva este campo: quítelo.",
    ),
    "section-missing": (
        (
            "There is no section. If this is the story itself, add one. If it is the text for "
            "one edition of a story that has its own file, leave only headline, deck, text, "
            "picture caption and alt, source, tags and correction."
        ),
        (
            "لا قسم هنا. إن كانت هذه هي المادة نفسها فأضف قسماً. وإن كانت نص طبعة واحدة لمادة "
            "لها ملفها، فلا تترك إلا العنوان والمقدمة والنص وشرح الصورة ووصفها والمصدر والوسوم "
            "والتصويب."
        ),
        (
            "Falta la sección. Si esta es la propia noticia, añádala. Si es el texto de una "
            "edición de una noticia que tiene su archivo, deje solo el titular, la entradilla, "
            "el texto, el pie y la descripción de la imagen, la fuente, las etiquetas y la "
            "corrección."
        ),
    ),
    "unknown-section": (
        "There is no section “{given}”. The sections are: {known}.[ Did you mean “{nearest}”?]",
        "لا يوجد قسم باسم «{given}». الأقسام هي: {known}.[ هل تقصد «{nearest}»؟]",
        "No existe la sección «{given}». Las secciones son: {known}.[ ¿Quería decir «{nearest}»?]",
    ),
    "unknown-region": (
        "There is no region “{given}”. The regions are: {known}.[ Did you mean “{nearest}”?]",
        "لا توجد منطقة باسم «{given}». المناطق هي: {known}.[ هل تقصد «{nearest}»؟]",
        "No existe la región «{given}». Las regiones son: {known}.[ ¿Quería decir «{nearest}»?]",
    ),
    "unknown-coverage": (
        (
            "There is no coverage “{given}” in the configuration.[ There is: {known}.][ Did you "
            "mean “{nearest}”?]"
        ),
        "لا توجد تغطية باسم «{given}» في الإعدادات.[ التغطيات هي: {known}.][ هل تقصد «{nearest}»؟]",
        (
            "No existe la cobertura «{given}» en la configuración.[ Existen: {known}.][ ¿Quería "
            "decir «{nearest}»?]"
        ),
    ),
    "unknown-label": (
        (
            "“{given}” is no region, section or kind. A label is one of: {known}.[ Did you mean "
            "“{nearest}”?]"
        ),
        (
            "«{given}» ليس منطقة ولا قسماً ولا نوعاً. التسمية واحدة من: {known}.[ هل تقصد "
            "«{nearest}»؟]"
        ),
        (
            "«{given}» no es una región, una sección ni un tipo. El rótulo es uno de estos: "
            "{known}.[ ¿Quería decir «{nearest}»?]"
        ),
    ),
    "deadline-without-together": (
        "Only editions that wait for one another have a deadline.",
        "الموعد الأقصى لا يكون إلا لطبعات تنتظر بعضها بعضاً.",
        "Solo tienen plazo las ediciones que se esperan unas a otras.",
    ),
    "correction-without-text": (
        "A correction needs a sentence that tells readers what was wrong.",
        "يحتاج التصويب إلى جملة تخبر القراء بما كان خطأً.",
        "Una corrección necesita una frase que diga a los lectores qué estaba mal.",
    ),
    "picture-name": (
        (
            "“{given}” is not the plain name of a picture. Put the picture in the story's "
            "folder and write its name alone, ending in one of: {known}."
        ),
        (
            "«{given}» ليس اسم صورة بسيطاً. ضع الصورة في مجلد المادة واكتب اسمها وحده، منتهياً "
            "بأحد هذه: {known}."
        ),
        (
            "«{given}» no es el nombre simple de una imagen. Ponga la imagen en la carpeta de "
            "la noticia y escriba solo su nombre, terminado en: {known}."
        ),
    ),
    "alt-or-caption": (
        "The picture needs a caption, or an alt text for people who cannot see it.",
        "تحتاج الصورة إلى شرح، أو إلى وصف بديل لمن لا يراها.",
        "La imagen necesita un pie, o un texto alternativo para quien no puede verla.",
    ),
    "picture-in-body": (
        (
            "Pictures inside the text cannot be published. A story's picture is named in the "
            "field “picture”."
        ),
        "لا يمكن نشر صور داخل النص. تُذكر صورة المادة في الحقل «picture».",
        (
            "No se pueden publicar imágenes dentro del texto. La imagen de una noticia se "
            "indica en el campo «picture»."
        ),
    ),
    "link-scheme": (
        (
            "“{address}” cannot be linked. Links lead to https:, http: or mailto: addresses, or "
            "to a page of ours that begins with /."
        ),
        (
            "لا يمكن الربط بـ «{address}». تقود الروابط إلى عناوين https: أو http: أو mailto:، "
            "أو إلى صفحة عندنا تبدأ بـ /."
        ),
        (
            "No se puede enlazar a «{address}». Los enlaces llevan a direcciones https:, http: "
            "o mailto:, o a una página nuestra que empieza por /."
        ),
    ),
    "second-source": (
        (
            "This story has its own file already: {first}. There can be only one file with a "
            "section. Remove the section if this is the text for one edition, or delete the "
            "other file first."
        ),
        (
            "لهذه المادة ملفها من قبل: {first}. لا يصح إلا ملف واحد بقسم. احذف القسم إن كان هذا "
            "نص طبعة واحدة، أو احذف الملف الآخر أولاً."
        ),
        (
            "Esta noticia ya tiene su archivo: {first}. Solo puede haber un archivo con "
            "sección. Quite la sección si este es el texto de una edición, o borre antes el "
            "otro archivo."
        ),
    ),
    "was-canceled": (
        (
            "This story was canceled. Only “override: true” brings it back, so that it does not "
            "happen by mistake."
        ),
        "أُلغيت هذه المادة. لا يعيدها إلا «override: true»، حتى لا تعود خطأً.",
        (
            "Esta noticia fue anulada. Solo «override: true» la recupera, para que no ocurra "
            "por error."
        ),
    ),
    # --- pictures ---
    "not-a-picture": (
        "This is not a picture in a format that we can read, whatever its name says.",
        "هذه ليست صورة بصيغة نستطيع قراءتها، أيًّا كان اسمها.",
        "No es una imagen en un formato que podamos leer, diga lo que diga su nombre.",
    ),
    "too-many-pixels": (
        (
            "The picture has {megapixels} megapixels; {limit} are the most. Save it smaller: "
            "our pages show at most 1600 pixels across."
        ),
        (
            "في الصورة {megapixels} ميغابكسل، والحد الأقصى {limit}. احفظها أصغر: تعرض صفحاتنا "
            "1600 بكسل عرضاً على الأكثر."
        ),
        (
            "La imagen tiene {megapixels} megapíxeles; el máximo es {limit}. Guárdela más "
            "pequeña: nuestras páginas muestran como mucho 1600 píxeles de ancho."
        ),
    ),
    "odd-shape": (
        (
            "The picture is {width} × {height} pixels: one side is more than {limit} times the "
            "other. Crop it."
        ),
        (
            "أبعاد الصورة {width} × {height} بكسل: أحد جانبيها يفوق الآخر بأكثر من {limit} "
            "أضعاف. اقتطع منها."
        ),
        (
            "La imagen mide {width} × {height} píxeles: un lado es más de {limit} veces el "
            "otro. Recórtela."
        ),
    ),
    "damaged": (
        "The picture is damaged or incomplete. Export it again and upload it once more.",
        "الصورة تالفة أو ناقصة. صدّرها من جديد وارفعها مرة أخرى.",
        "La imagen está dañada o incompleta. Expórtela de nuevo y vuelva a subirla.",
    ),
    "too-slow": (
        "The picture could not be read within {seconds} seconds. Save it again as a plain JPEG.",
        "تعذرت قراءة الصورة في غضون {seconds} ثانية. احفظها من جديد بصيغة JPEG عادية.",
        "No se pudo leer la imagen en {seconds} segundos. Guárdela de nuevo como JPEG sencillo.",
    ),
    # --- the configuration ---
    "not-an-id": (
        (
            "“{given}” cannot be an id: small letters a to z, digits and hyphens, at most 40 "
            "characters."
        ),
        "لا يصلح «{given}» معرّفاً: حروف لاتينية صغيرة وأرقام وشُرَط، 40 حرفاً على الأكثر.",
        (
            "«{given}» no puede ser un identificador: minúsculas de la a a la z sin acentos, "
            "cifras y guiones, 40 caracteres como máximo."
        ),
    ),
    "not-in-range": (
        "“{given}” must be a number in the range {limit}, and a whole one if the example is.",
        "يجب أن يكون «{given}» عدداً ضمن {limit}، وصحيحاً إن كان المثال كذلك.",
        "«{given}» debe ser un número entre {limit}, y entero si el ejemplo lo es.",
    ),
    "name-missing": (
        "A name is missing for these editions: {editions}.",
        "الاسم ناقص في هذه الطبعات: {editions}.",
        "Falta el nombre en estas ediciones: {editions}.",
    ),
    "unknown-timezone": (
        "There is no time zone “{given}”. Names are like Asia/Beirut.[ Did you mean “{nearest}”?]",
        "لا توجد منطقة زمنية باسم «{given}». الأسماء على نحو Asia/Beirut.[ هل تقصد «{nearest}»؟]",
        (
            "No existe la zona horaria «{given}». Los nombres son como Asia/Beirut.[ ¿Quería "
            "decir «{nearest}»?]"
        ),
    ),
    "parts-of-parts": (
        "“{given}” can be a part of one section only, and cannot have parts of its own then.",
        "لا يكون «{given}» فرعاً إلا لقسم واحد، ولا تكون له فروع عندئذ.",
        (
            "«{given}» puede formar parte de una sola sección, y entonces no puede tener partes "
            "propias."
        ),
    ),
    "unknown-list": (
        (
            "There is no list “{given}”. Lists are section/…, region/…, kind/…, programme/…, "
            "coverage/… and author/… with an id of this file, home and coverage.[ Did you mean "
            "“{nearest}”?]"
        ),
        (
            "لا توجد قائمة باسم «{given}». القوائم هي section/… وregion/… وkind/… وprogramme/… "
            "وcoverage/… وauthor/… ومعها معرّف من هذا الملف، ثم home وcoverage.[ هل تقصد "
            "«{nearest}»؟]"
        ),
        (
            "No existe la lista «{given}». Las listas son section/…, region/…, kind/…, "
            "programme/…, coverage/… y author/… con un id de este archivo, home y coverage.[ "
            "¿Quería decir «{nearest}»?]"
        ),
    ),
    "address-taken": (
        "“{given}” cannot be used here: a page of the site itself has that address.",
        "لا يمكن استخدام «{given}» هنا: فهذا عنوان صفحة من صفحات الموقع نفسه.",
        "«{given}» no puede usarse aquí: una página del propio sitio tiene esa dirección.",
    ),
    "not-https": (
        "“{given}” is no address that begins with https://.",
        "«{given}» ليس عنواناً يبدأ بـ https://.",
        "«{given}» no es una dirección que empiece por https://.",
    ),
    "three-editions": (
        "All of these editions must be there: {known}.",
        "يجب أن تكون هذه الطبعات كلها موجودة: {known}.",
        "Deben estar todas estas ediciones: {known}.",
    ),
    "no-sections": (
        "At least one section is needed.",
        "لا بد من قسم واحد على الأقل.",
        "Hace falta al menos una sección.",
    ),
    # --- the translation memory ---
    "memory-not-xml": (
        "The translation memory is not well-formed XML here. Export it again as TMX.",
        "ذاكرة الترجمة ليست XML سليماً هنا. صدّرها من جديد بصيغة TMX.",
        (
            "La memoria de traducción no es XML bien formado en este punto. Expórtela de nuevo "
            "como TMX."
        ),
    ),
    "memory-entities": (
        "The translation memory defines entities of its own, which is not allowed.",
        "تعرّف ذاكرة الترجمة كيانات خاصة بها، وهذا غير مسموح.",
        "La memoria de traducción define entidades propias, y eso no está permitido.",
    ),
    "memory-not-tmx": (
        "This XML file is not a translation memory: its outermost element must be “tmx”.",
        "ملف XML هذا ليس ذاكرة ترجمة: يجب أن يكون عنصره الأعلى «tmx».",
        "Este archivo XML no es una memoria de traducción: su elemento raíz debe ser «tmx».",
    ),
    "memory-language": (
        "This text does not say its language (xml:lang).",
        "لا يذكر هذا النص لغته (xml:lang).",
        "Este texto no indica su idioma (xml:lang).",
    ),
    "memory-empty": (
        "This text is empty.",
        "هذا النص فارغ.",
        "Este texto está vacío.",
    ),
    "memory-inline": (
        "The element “{element}” cannot stand inside a text.",
        "لا يصح العنصر «{element}» داخل النص.",
        "El elemento «{element}» no puede ir dentro de un texto.",
    ),
    "memory-marks": (
        "The languages of this unit (tuid “{unit}”) do not have the same marks and links.",
        "لا تتطابق العلامات والروابط بين لغات هذه الوحدة (tuid «{unit}»).",
        "Los idiomas de esta unidad (tuid «{unit}») no tienen las mismas marcas y enlaces.",
    ),
    "not-xml": (
        "The file is not well-formed XML here. Export it again.",
        "الملف ليس XML سليماً هنا. صدّره من جديد.",
        "El archivo no es XML bien formado en este punto. Expórtelo de nuevo.",
    ),
    "xml-entities": (
        "The file defines entities of its own, which is not allowed.",
        "يعرّف الملف كيانات خاصة به، وهذا غير مسموح.",
        "El archivo define entidades propias, y eso no está permitido.",
    ),
    "xml-doctype": (
        "The file names a document type (DOCTYPE), which this kind of file does not have.",
        "يسمّي الملف نوع مستند (DOCTYPE)، وليس ذلك لهذا النوع من الملفات.",
        "El archivo nombra un tipo de documento (DOCTYPE), que esta clase de archivo no tiene.",
    ),
    "xml-deep": (
        "Elements are nested more than {limit} deep here. Export the file again.",
        "العناصر متداخلة هنا أكثر من {limit} مستوى. صدّر الملف من جديد.",
        "Los elementos están anidados aquí a más de {limit} niveles. Exporte de nuevo el archivo.",
    ),
    "xml-many": (
        "The file has more than {limit} elements. Split it, or export it without extras.",
        "في الملف أكثر من {limit} عنصر. قسّمه أو صدّره من دون إضافات.",
        "El archivo tiene más de {limit} elementos. Divídalo o expórtelo sin añadidos.",
    ),
    # --- translators' files ---
    "xliff-name": (
        (
            "The file's name does not say for which edition it is. It must end in .en.xlf, "
            ".ar.xlf or .es.xlf."
        ),
        (
            "لا يذكر اسم الملف لأي طبعة هو. يجب أن ينتهي بـ \u200e.en.xlf\u200e أو "
            "\u200e.ar.xlf\u200e أو \u200e.es.xlf\u200e."
        ),
        (
            "El nombre del archivo no indica para qué edición es. Debe terminar en .en.xlf, "
            ".ar.xlf o .es.xlf."
        ),
    ),
    "xliff-version": (
        "This is not an XLIFF file of version 2 or 1.2. Save it as XLIFF in your tool.",
        "هذا ليس ملف XLIFF من الإصدار 2 أو 1.2. احفظه في أداتك بصيغة XLIFF.",
        "No es un archivo XLIFF de la versión 2 ni 1.2. Guárdelo como XLIFF en su programa.",
    ),
    "xliff-language": (
        (
            "The file's name and its target language[ “{given}”] are not the same edition. Upload "
            "it under the name of the edition that it is for."
        ),
        ("اسم الملف ولغته الهدف[ «{given}»] ليسا لطبعة واحدة. ارفعه باسم الطبعة التي هو لها."),
        (
            "El nombre del archivo y su idioma de destino[ «{given}»] no son de la misma edición. "
            "Súbalo con el nombre de la edición a la que corresponde."
        ),
    ),
    "xliff-unknown-export": (
        (
            "This file was not made from an export of this story and edition, or a tool has "
            "changed the id of its “file” element. Start from the file in translations/."
        ),
        (
            "لم يُعدّ هذا الملف من ملف مصدَّر لهذه المادة وهذه الطبعة، أو غيّرت أداة ما معرّف "
            "العنصر «file» فيه. ابدأ من الملف الذي في translations/."
        ),
        (
            "Este archivo no procede de una exportación de esta noticia y esta edición, o algún "
            "programa ha cambiado el identificador de su elemento «file». Parta del archivo de "
            "translations/."
        ),
    ),
    "xliff-unknown-unit": (
        "The exported file had no unit with this id. Ids must stay as they were exported.",
        "لم يكن في الملف المصدَّر وحدة بهذا المعرّف. يجب أن تبقى المعرّفات كما صُدّرت.",
        (
            "El archivo exportado no tenía ninguna unidad con este identificador. Los "
            "identificadores deben quedar como se exportaron."
        ),
    ),
    "xliff-doubled-unit": (
        "This unit is there more than once; only one can hold.",
        "هذه الوحدة مكررة، ولا يصح إلا واحدة.",
        "Esta unidad está repetida; solo puede valer una.",
    ),
    "xliff-removed-unit": (
        (
            "The source no longer has this block, so its words cannot be changed. Put back what "
            "was exported, and set the unit to final to let it go."
        ),
        (
            "لم تعد هذه الفقرة في الأصل، فلا يمكن تغيير نصها. أعد ما صُدّر كما كان، واجعل الوحدة "
            "نهائية لتزول."
        ),
        (
            "El original ya no tiene este bloque, así que su texto no se puede cambiar. Deje lo "
            "exportado como estaba y marque la unidad como final para que desaparezca."
        ),
    ),
    "xliff-other-source": (
        (
            "This unit belongs to another text of the source than the rest of the file. Start "
            "from the newest file in translations/."
        ),
        "تتبع هذه الوحدة نصًّا أصليًّا غير الذي لبقية الملف. ابدأ من أحدث ملف في translations/.",
        (
            "Esta unidad pertenece a otro texto del original que el resto del archivo. Parta del "
            "archivo más reciente de translations/."
        ),
    ),
    "xliff-segments": (
        "This unit has {length} segments, but the export had {limit}: none may be split or joined.",
        "في هذه الوحدة {length} من المقاطع وكان في التصدير {limit}: لا يجوز تقسيم مقطع ولا دمجه.",
        (
            "Esta unidad tiene {length} segmentos y la exportación tenía {limit}: no se pueden "
            "dividir ni unir."
        ),
    ),
    "xliff-empty": (
        "This unit is only translated in part: a segment has no words. Translate all of it.",
        "تُرجمت هذه الوحدة جزئيًّا: في أحد مقاطعها لا توجد كلمات. ترجمها كلها.",
        "Esta unidad solo está traducida en parte: un segmento no dice nada. Tradúzcala entera.",
    ),
    "xliff-code-lost": (
        (
            "The code “{given}” of the source is missing here. It is a link, or makes words bold "
            "or italic: put it around the same words of the translation."
        ),
        (
            "العلامة «{given}» من النص الأصلي مفقودة هنا. وهي رابط أو خط غليظ أو مائل: ضعها حول "
            "الكلمات نفسها في الترجمة."
        ),
        (
            "Falta aquí el código «{given}» del original. Es un enlace, o una negrita o cursiva: "
            "póngalo en torno a las mismas palabras de la traducción."
        ),
    ),
    "xliff-code-doubled": (
        "The code “{given}” is here more than once, and once in the source.",
        "العلامة «{given}» مكررة هنا، وهي في الأصل مرة واحدة.",
        "El código «{given}» está aquí más de una vez, y una sola en el original.",
    ),
    "xliff-code-unknown": (
        "The source has no code “{given}” in this unit. Use only the codes that it has.",
        "ليس في الأصل علامة «{given}» في هذه الوحدة. لا تستعمل إلا ما فيه من علامات.",
        "El original no tiene el código «{given}» en esta unidad. Use solo los códigos que tiene.",
    ),
    "xliff-code-open": (
        "The code “{given}” has a begin without an end, or an end without a begin.",
        "للعلامة «{given}» بداية بلا نهاية، أو نهاية بلا بداية.",
        "El código «{given}» tiene principio sin fin, o fin sin principio.",
    ),
    "xliff-code-empty": (
        "The code “{given}” stands around nothing. Put words of the translation inside.",
        "العلامة «{given}» لا تحيط بشيء. ضع داخلها كلمات من الترجمة.",
        "El código «{given}» no rodea nada. Ponga dentro palabras de la traducción.",
    ),
    "xliff-says-nothing": (
        (
            "The file says nothing new: no target differs from the export, and none has been "
            "marked as reviewed or final."
        ),
        ("لا جديد في الملف: لا ترجمة فيه تختلف عن المصدَّر، ولا وُسمت واحدة بأنها مراجَعة أو نهائية."),
        (
            "El archivo no dice nada nuevo: ninguna traducción difiere de la exportada, y ninguna "
            "se ha marcado como revisada o final."
        ),
    ),
    # --- the glossary ---
    "no-columns": (
        "The first row must name the columns, and one of them at least must be en, ar or es.",
        "يجب أن يسمّي الصف الأول الأعمدة، وأن يكون أحدها على الأقل en أو ar أو es.",
        "La primera fila debe nombrar las columnas, y una al menos debe ser en, ar o es.",
    ),
    "unknown-column": (
        "There is no column of this name.[ Did you mean “{nearest}”?]",
        "لا يوجد عمود بهذا الاسم.[ هل تقصد «{nearest}»؟]",
        "No existe una columna con este nombre.[ ¿Quería decir «{nearest}»?]",
    ),
    "doubled-column": (
        "This column is there twice; only one can hold.",
        "هذا العمود مكرر، ولا يصح إلا واحد.",
        "Esta columna está repetida; solo puede valer una.",
    ),
    "too-many-cells": (
        (
            "The row goes on after the last column, with “{given}”. If a name has a comma, put "
            "it in quotation marks."
        ),
        "يمتد الصف بعد العمود الأخير وفيه «{given}». إن كان في الاسم فاصلة فضعه بين علامتي اقتباس.",
        (
            "La fila sigue tras la última columna, con «{given}». Si un nombre lleva coma, "
            "póngalo entre comillas."
        ),
    ),
    "csv-quotes": (
        "A quotation mark is not closed, or stands where none may be.",
        "علامة اقتباس لم تُغلق، أو في غير موضعها.",
        "Unas comillas no están cerradas o están donde no deben.",
    ),
    "term-says-nothing": (
        (
            "The row says nothing of a translation. It needs names in two languages; or one "
            "name, and “yes” under keep or a forbidden name in another language."
        ),
        (
            "لا يقول الصف شيئاً عن الترجمة. يلزمه اسمان في لغتين، أو اسم واحد مع yes تحت keep أو "
            "مع اسم ممنوع في لغة أخرى."
        ),
        (
            "La fila no dice nada de una traducción. Necesita nombres en dos idiomas; o un "
            "nombre, y «yes» en keep o un nombre prohibido en otro idioma."
        ),
    ),
    "term-without-letters": (
        "“{given}” has no letter and no digit.",
        "ليس في «{given}» حرف ولا رقم.",
        "«{given}» no tiene ninguna letra ni cifra.",
    ),
    "term-kept-differs": (
        (
            "A name that is not to be translated is the same in every language, but here are "
            "“{given}” and “{other}”."
        ),
        "الاسم الذي لا يُترجم واحد في كل اللغات، وهنا «{given}» و«{other}».",
        (
            "Un nombre que no se traduce es igual en todos los idiomas, pero aquí están "
            "«{given}» y «{other}»."
        ),
    ),
    "term-forbids-itself": (
        "“{given}” is forbidden here, and is the term's own name in this language.",
        "«{given}» ممنوع هنا، وهو نفسه اسم المصطلح في هذه اللغة.",
        "«{given}» se prohíbe aquí y es el propio nombre del término en este idioma.",
    ),
}
"""What is wrong with an upload."""

NOTES: dict[str, Sentence] = {
    "controls-removed": (
        "Invisible control characters were removed.",
        "حُذفت رموز تحكم غير مرئية.",
        "Se han quitado caracteres de control invisibles.",
    ),
    "direction-removed": (
        "Invisible marks of direction were removed; our pages set the direction by themselves.",
        "حُذفت علامات اتجاه غير مرئية؛ فصفحاتنا تضبط الاتجاه بنفسها.",
        "Se han quitado marcas invisibles de dirección; nuestras páginas la fijan por sí solas.",
    ),
    "xliff-taken": (
        "Taken from this file: {blocks}. Everything else stays as it is.",
        "أُخذ من هذا الملف: {blocks}. ويبقى ما عداه كما هو.",
        "Se ha tomado de este archivo: {blocks}. Todo lo demás queda como está.",
    ),
    "comment-cut": (
        (
            "Everything after a # was taken for a comment and left out: {given}. If it belongs "
            "to the text, put the whole value in quotation marks."
        ),
        (
            "عُدّ كل ما بعد الرمز # تعليقاً فحُذف: {given}. إن كان من النص فضع القيمة كلها بين "
            "علامتي اقتباس."
        ),
        (
            "Todo lo que sigue a # se ha tomado por un comentario y se ha omitido: {given}. Si "
            "forma parte del texto, ponga todo el valor entre comillas."
        ),
    ),
    "no-body": (
        "The story has no text below its fields.",
        "لا نص للمادة بعد حقولها.",
        "La noticia no tiene texto debajo de sus campos.",
    ),
    "typography-marks": (
        (
            "[Line {line}: ]Latin punctuation stands between Arabic words: “{given}”. Arabic has "
            "، ؛ ؟.[ More places: {more}.]"
        ),
        (
            "[السطر {line}: ]علامات ترقيم لاتينية بين كلمات عربية: «{given}». العربية فيها ، ؛ ؟."
            "[ مواضع أخرى: {more}.]"
        ),
        (
            "[Línea {line}: ]hay puntuación latina entre palabras árabes: «{given}». El árabe usa "
            "، ؛ ؟.[ Lugares más: {more}.]"
        ),
    ),
    "typography-spaces": (
        (
            "[Line {line}: ]a space is missing after a punctuation mark, or stands before it: "
            "“{given}”.[ More places: {more}.]"
        ),
        (
            "[السطر {line}: ]مسافة ناقصة بعد علامة ترقيم، أو زائدة قبلها: «{given}».[ مواضع أخرى: "
            "{more}.]"
        ),
        (
            "[Línea {line}: ]falta un espacio después de un signo de puntuación, o sobra uno "
            "delante: «{given}».[ Lugares más: {more}.]"
        ),
    ),
    "typography-kashida": (
        "[Line {line}: ]a word is stretched with kashida: “{given}”.[ More places: {more}.]",
        "[السطر {line}: ]كلمة ممدودة بالكشيدة (التطويل): «{given}».[ مواضع أخرى: {more}.]",
        ("[Línea {line}: ]hay una palabra alargada con kashida: «{given}».[ Lugares más: {more}.]"),
    ),
    "typography-percent": (
        (
            "[Line {line}: ]the percent sign does not stand as this language wants it (Arabic "
            "50%, Spanish 50 % with a space that does not break): “{given}”.[ More places: "
            "{more}.]"
        ),
        (
            "[السطر {line}: ]علامة النسبة المئوية ليست في موضعها (تكون ملاصقة بعد العدد): "
            "«{given}».[ مواضع أخرى: {more}.]"
        ),
        (
            "[Línea {line}: ]el signo de porcentaje va detrás del número y separado por un espacio "
            "que no se parte: «{given}».[ Lugares más: {more}.]"
        ),
    ),
    "typography-opening": (
        (
            "[Line {line}: ]a question without ¿, or an exclamation without ¡: “{given}”.[ More "
            "places: {more}.]"
        ),
        ("[السطر {line}: ]سؤال بلا ¿ أو تعجب بلا ¡ في نص إسباني: «{given}».[ مواضع أخرى: {more}.]"),
        (
            "[Línea {line}: ]una pregunta sin ¿ o una exclamación sin ¡: «{given}».[ Lugares más: "
            "{more}.]"
        ),
    ),
    "typography-quotes": (
        (
            "[Line {line}: ]quotation marks or apostrophes that are not this edition's: {given}[ "
            "(more places: {more})]. They stay as you wrote them."
        ),
        (
            "[السطر {line}: ]علامات اقتباس ليست علامات هذه الطبعة: {given}[ (مواضع أخرى: {more})]. "
            "وتبقى كما كتبتها."
        ),
        (
            "[Línea {line}: ]comillas o apóstrofos que no son los de esta edición: {given}[ "
            "(lugares más: {more})]. Quedan como usted los escribió."
        ),
    ),
    "typography-dashes": (
        "[Line {line}: ]two hyphens stand for a dash: “{given}”.[ More places: {more}.]",
        "[السطر {line}: ]واصلتان بدل شرطة: «{given}».[ مواضع أخرى: {more}.]",
        "[Línea {line}: ]dos guiones en lugar de una raya: «{given}».[ Lugares más: {more}.]",
    ),
    "unknown-author": (
        (
            "“{given}” is not among the authors of the configuration; readers see it as it is "
            "written.[ Did you mean “{nearest}”?]"
        ),
        "«{given}» ليس من كتّاب الإعدادات؛ يراه القراء كما كُتب.[ هل تقصد «{nearest}»؟]",
        (
            "«{given}» no figura entre los autores de la configuración; los lectores lo verán "
            "tal como está escrito.[ ¿Quería decir «{nearest}»?]"
        ),
    ),
    "related-not-a-key": (
        (
            "“{given}” does not look like the place of a story, such as "
            "inbox/2026/10/river-gauges; it leads nowhere."
        ),
        "لا يبدو «{given}» موضع مادة، مثل inbox/2026/10/river-gauges؛ فلا يقود إلى شيء.",
        (
            "«{given}» no parece la ubicación de una noticia, como inbox/2026/10/river-gauges; "
            "no lleva a ninguna parte."
        ),
    ),
    "unknown-story": (
        "There is no story “{given}” yet. The entry counts as soon as there is one.",
        "لا توجد مادة «{given}» بعد. يسري هذا البند حالما توجد.",
        "Todavía no existe la noticia «{given}». La entrada valdrá en cuanto exista.",
    ),
    "has-expired": (
        "“{given}” has passed: this entry changes nothing and can be removed.",
        "انقضى «{given}»: لا أثر لهذا البند ويمكن حذفه.",
        "«{given}» ya ha pasado: esta entrada no cambia nada y se puede quitar.",
    ),
    "code-as-text": (
        "Code is shown as plain text.",
        "تظهر الشيفرة نصًّا عاديًّا.",
        "El código se muestra como texto normal.",
    ),
    "nesting-flattened": (
        "Lists and quotations inside others were put on one level.",
        "جُعلت القوائم والاقتباسات المتداخلة في مستوى واحد.",
        "Las listas y citas anidadas se han puesto en un solo nivel.",
    ),
    "table-as-text": (
        "Tables cannot be shown yet; the text looks like it has one.",
        "لا يمكن عرض الجداول بعد، ويبدو أن في النص جدولاً.",
        "Todavía no se pueden mostrar tablas, y el texto parece contener una.",
    ),
    "html-as-text": (
        "HTML is not interpreted: readers see the tags as they are written.",
        "لا تُفسَّر وسوم HTML: يراها القراء كما كُتبت.",
        "El HTML no se interpreta: los lectores ven las etiquetas tal como están escritas.",
    ),
    "terms-change": (
        (
            "Stories looked at, the newest first: {looked}. Editions of them in which the "
            "machine's words change: {editions}; sentences: {sentences}. Blocks by people that "
            "do not follow the new terms, and stay as they are: {people}."
        ),
        (
            "المواد التي فُحصت، من الأحدث: {looked}. طبعاتها التي تتغير فيها كلمات الآلة: "
            "{editions}؛ الجمل: {sentences}. فقرات كتبها أشخاص ولا تتبع المصطلحات الجديدة، وتبقى "
            "كما هي: {people}."
        ),
        (
            "Noticias examinadas, de la más reciente a la más antigua: {looked}. Ediciones en las "
            "que cambian las palabras de la máquina: {editions}; frases: {sentences}. Bloques de "
            "personas que no siguen los términos nuevos y quedan como están: {people}."
        ),
    ),
    "terms-change-story": (
        "“{story}” ({edition}): sentences that the machine translates anew: {sentences}.",
        "«{story}» ({edition}): جمل تترجمها الآلة من جديد: {sentences}.",
        "«{story}» ({edition}): frases que la máquina traduce de nuevo: {sentences}.",
    ),
    "terms-people": (
        (
            "“{story}” ({edition}): a person's words (block {block}) do not follow the term "
            "“{given}”[; they say “{other}”]. They stay as they are."
        ),
        (
            "«{story}» ({edition}): كلمات كتبها شخص (الفقرة {block}) لا تتبع المصطلح «{given}»[؛ "
            "وفيها «{other}»]. وتبقى كما هي."
        ),
        (
            "«{story}» ({edition}): las palabras de una persona (bloque {block}) no siguen el "
            "término «{given}»[; dicen «{other}»]. Quedan como están."
        ),
    ),
    "term-doubled": (
        "Row {row}: the term “{given}” is there already[, in row {first}].",
        "الصف {row}: المصطلح «{given}» موجود من قبل[ في الصف {first}].",
        "Fila {row}: el término «{given}» ya está[ en la fila {first}].",
    ),
    "term-contradicts": (
        (
            "Row {row}: “{given}” is called “{other}” elsewhere[, in row {first}]. The first of "
            "them counts."
        ),
        "الصف {row}: «{given}» اسمه «{other}» في موضع آخر[، في الصف {first}]. والعبرة بالأول.",
        (
            "Fila {row}: «{given}» se llama «{other}» en otro lugar[, en la fila {first}]. Vale "
            "el primero."
        ),
    ),
    "term-forbidden-elsewhere": (
        (
            "Row {row}: “{other}” for “{given}” is a name in one row and forbidden in "
            "another[, row {first}]."
        ),
        "الصف {row}: «{other}» لـ«{given}» اسمٌ في صف وممنوع في آخر[، الصف {first}].",
        (
            "Fila {row}: «{other}» para «{given}» es un nombre en una fila y está prohibido en "
            "otra[, la fila {first}]."
        ),
    ),
    "term-short": (
        (
            "Row {row}: “{given}” is so short that it may be found where it is not meant. "
            "Consider “exact” under match."
        ),
        "الصف {row}: «{given}» قصير جدًّا وقد يوجد حيث لا يُقصد. فكّر في exact تحت match.",
        (
            "Fila {row}: «{given}» es tan corto que puede encontrarse donde no se quiere. "
            "Considere «exact» en match."
        ),
    ),
    "term-script": (
        "Row {row}: “{given}” is not written in the letters of this language.",
        "الصف {row}: «{given}» ليس مكتوباً بحروف هذه اللغة.",
        "Fila {row}: «{given}» no está escrito con las letras de este idioma.",
    ),
}
"""What an editor should know though the upload was accepted."""

REASONS: dict[str, Sentence] = {
    "waits-for-source": (
        (
            "It waits for the story's own file, the one with a section. If this is the story "
            "itself, add its section."
        ),
        "ينتظر الملف الأصلي للمادة، أي الذي فيه القسم. إن كانت هذه هي المادة نفسها فأضف قسمها.",
        (
            "Espera el archivo original de la noticia, el que lleva la sección. Si esta es la "
            "propia noticia, añada su sección."
        ),
    ),
    "embargo": (
        "It is under embargo until {until}.",
        "عليها حظر نشر حتى {until}.",
        "Está bajo embargo hasta el {until}.",
    ),
    "publication": (
        "It is to be published on {until}.",
        "موعد نشرها {until}.",
        "Su publicación está prevista para el {until}.",
    ),
    "withheld": (
        "It is withheld (status: withheld).",
        "محجوبة (status: withheld).",
        "Está retenida (status: withheld).",
    ),
    "canceled": (
        "It was canceled (status: canceled).",
        "ملغاة (status: canceled).",
        "Fue anulada (status: canceled).",
    ),
    "deleted": (
        "Its file was deleted.",
        "حُذف ملفها.",
        "Se borró su archivo.",
    ),
    "withdrawing": (
        "It is being taken down.",
        "يجري سحبها من الموقع.",
        "Se está retirando.",
    ),
    "translating": (
        "It is being translated.",
        "تجري ترجمتها.",
        "Se está traduciendo.",
    ),
    "waits-for-editions": (
        "It is ready; it comes out together with the other editions, or at its deadline.",
        "جاهزة، وتصدر مع الطبعات الأخرى معاً، أو عند الموعد الأقصى.",
        "Está lista y saldrá junto con las demás ediciones, a más tardar en su plazo.",
    ),
    "waits-for-person": (
        (
            "People translate here: write this edition's text and upload it. The words to "
            "translate are in translations/."
        ),
        "الترجمة هنا عمل بشري. اكتب نص هذه الطبعة وارفعه؛ والنص المطلوب ترجمته في translations/.",
        (
            "Aquí traducen personas: escriba el texto de esta edición y súbalo. Lo que hay que "
            "traducir está en translations/."
        ),
    ),
    "waits-for-review": (
        (
            "The machine's words wait for a person: read the file in translations/, change what "
            "is wrong, add review: approved, and upload it."
        ),
        (
            "كلام الآلة ينتظر مراجعة: اقرأ الملف في translations/ وأصلح ما يلزم "
            "وأضف review: approved ثم ارفعه."
        ),
        (
            "El texto automático espera a una persona: lea el archivo de translations/, corrija "
            "lo necesario, añada review: approved y súbalo."
        ),
    ),
    "outdated": (
        (
            "The source has changed where people wrote this edition's words, so the edition keeps "
            "its last version. The file in translations/ says which blocks: check them, upload it."
        ),
        (
            "تغيّر الأصل في مواضع كتب نصها محررون، فبقيت الطبعة على آخر نسخة لها. "
            "يذكر الملف في translations/ تلك المواضع: راجعها ثم ارفعه."
        ),
        (
            "El original ha cambiado donde el texto de esta edición es de personas, así que la "
            "edición conserva su última versión. El archivo de translations/ dice en qué bloques: "
            "revíselos y súbalo."
        ),
    ),
    "publishing": (
        "Its page is being made.",
        "يجري إعداد صفحتها.",
        "Se está preparando su página.",
    ),
    "engines-none": (
        (
            "The translation memory does not know every sentence, and no translation engine is "
            "set up. Write this edition's text yourself, or add an engine to the configuration."
        ),
        (
            "لا تعرف ذاكرة الترجمة كل الجمل، ولم يُعدّ أي محرك ترجمة. اكتب نص هذه الطبعة بنفسك، "
            "أو أضف محركاً إلى الإعدادات."
        ),
        (
            "La memoria de traducción no conoce todas las frases y no hay ningún motor de "
            "traducción configurado. Escriba usted el texto de esta edición o añada un motor a "
            "la configuración."
        ),
    ),
    "engines-budget": (
        (
            "What {engine} may cost is spent[ until {until}, 00:00 UTC]. It is tried again by "
            "itself; write this edition's text yourself, or raise `budgets` in "
            "config/newsroom.yaml."
        ),
        (
            "نفد ما يُسمح بإنفاقه على {engine}[ حتى {until}، الساعة 00:00 بالتوقيت العالمي]. "
            "تُعاد المحاولة تلقائيًّا؛ اكتب نص هذه الطبعة بنفسك، أو ارفع `budgets` في "
            "config/newsroom.yaml."
        ),
        (
            "Se agotó lo que puede costar {engine}[ hasta el {until}, 00:00 UTC]. Se volverá a "
            "intentar automáticamente; escriba usted el texto de esta edición o suba `budgets` en "
            "config/newsroom.yaml."
        ),
    ),
    "engines-busy": (
        "The same words have just been asked for elsewhere; they come within a minute or two.",
        "طُلبت الجمل نفسها للتو في موضع آخر، وتصل ترجمتها خلال دقيقة أو دقيقتين.",
        "Las mismas frases acaban de pedirse en otro lugar; llegan en uno o dos minutos.",
    ),
    "engines-unavailable": (
        (
            "No translation engine can be reached at the moment. It is tried again by itself; "
            "you can also write this edition's text yourself."
        ),
        (
            "يتعذر الوصول إلى أي محرك ترجمة حاليًّا. تُعاد المحاولة تلقائيًّا، ويمكنك أيضاً "
            "كتابة نص هذه الطبعة بنفسك."
        ),
        (
            "Ahora no se puede acceder a ningún motor de traducción. Se reintenta "
            "automáticamente; también puede escribir usted el texto de esta edición."
        ),
    ),
    "engines-refused": (
        (
            "The machine translation was not good enough to publish: {why}. Write this "
            "edition's text yourself, or make the sentence simpler."
        ),
        "لم تبلغ الترجمة الآلية ما يكفي للنشر: {why}. اكتب نص هذه الطبعة بنفسك، أو بسّط الجملة.",
        (
            "La traducción automática no era publicable: {why}. Escriba usted el texto de esta "
            "edición o simplifique la frase."
        ),
    ),
    "returned-to-machine": (
        "Its file was deleted; the edition shows the machine's translation again.",
        "حُذف ملفه، وعادت الطبعة إلى الترجمة الآلية.",
        "Se borró su archivo; la edición vuelve a la traducción automática.",
    ),
    "picture-there": (
        "The picture {given} is there.",
        "الصورة {given} جاهزة.",
        "La imagen {given} está lista.",
    ),
    "picture-waiting": (
        (
            "The picture {given} is not there yet. The story goes out without it, and with it "
            "as soon as it comes."
        ),
        "لم تصل الصورة {given} بعد. تُنشر المادة من دونها، ثم بها حالما تصل.",
        (
            "La imagen {given} todavía no está. La noticia sale sin ella, y con ella en cuanto "
            "llegue."
        ),
    ),
    "picture-rejected": (
        "The picture {given} was rejected; {receipt} says why. The story goes out without it.",
        "رُفضت الصورة {given}، والسبب في {receipt}. تُنشر المادة من دونها.",
        "La imagen {given} fue rechazada; {receipt} dice por qué. La noticia sale sin ella.",
    ),
}
"""Why an edition, a picture or an upload is as it is."""

REFUSALS: dict[str, Sentence] = {
    "unavailable": (
        "the engine could not be reached",
        "تعذر الوصول إلى المحرك",
        "no se pudo acceder al motor",
    ),
    "throttled": (
        "the engine has been asked too often",
        "كثرت الطلبات على المحرك",
        "se ha preguntado demasiado al motor",
    ),
    "busy": (
        "another try is waiting for its answer",
        "محاولة أخرى تنتظر جوابه",
        "otro intento espera su respuesta",
    ),
    "budget": (
        "what it may cost is spent",
        "نفدت ميزانيته",
        "se agotó su presupuesto",
    ),
    "auth": (
        "the engine does not accept our key; tell the people who run the system",
        "لا يقبل المحرك مفتاحنا؛ أبلغ القائمين على النظام",
        "el motor no acepta nuestra clave; avise a quienes mantienen el sistema",
    ),
    "too-long": (
        "a sentence is too long for it",
        "في النص جملة أطول مما يقبله",
        "una frase es demasiado larga",
    ),
    "pair": (
        "the engine does not know this pair of languages",
        "لا يعرف المحرك هذا الزوج من اللغات",
        "el motor no conoce este par de idiomas",
    ),
    "declined": (
        "the engine's own rules keep it from translating a sentence",
        "تمنع المحركَ قواعدُه الخاصة من ترجمة إحدى الجمل",
        "las reglas propias del motor le impiden traducir una frase",
    ),
    "empty": (
        "nothing came back",
        "لم يرجع شيء",
        "no devolvió nada",
    ),
    "error": (
        "an error text came back instead of a translation",
        "رجع نص خطأ بدل الترجمة",
        "devolvió un mensaje de error en lugar de una traducción",
    ),
    "invisible": (
        "it contains invisible characters",
        "فيها رموز غير مرئية",
        "contiene caracteres invisibles",
    ),
    "placeholders": (
        "a link, a mark or a name was lost",
        "ضاع فيها رابط أو تنسيق أو اسم",
        "se perdió un enlace, una marca o un nombre",
    ),
    "same": (
        "the text came back untranslated",
        "رجع النص من دون ترجمة",
        "el texto volvió sin traducir",
    ),
    "script": (
        "it is not in the script of the language",
        "ليست بحروف اللغة المطلوبة",
        "no está en el alfabeto del idioma",
    ),
    "length": (
        "it is far too short or too long",
        "هي أقصر أو أطول بكثير مما ينبغي",
        "es demasiado corta o demasiado larga",
    ),
    "loop": (
        "it says the same words again and again",
        "تكرر الكلمات نفسها مرة بعد مرة",
        "repite las mismas palabras una y otra vez",
    ),
    "remainder": (
        "words of the source were left untranslated",
        "بقيت فيها كلمات من الأصل من دون ترجمة",
        "quedaron palabras del original sin traducir",
    ),
    "cut": (
        "its end is missing",
        "نهايتها ناقصة",
        "le falta el final",
    ),
    "magnitude": (
        "thousands, millions or billions were confused",
        "اختلطت فيها الآلاف أو الملايين أو المليارات",
        "confunde miles, millones o miles de millones",
    ),
    "numbers": (
        "a number is missing, invented or changed",
        "فيها رقم ناقص أو مختلق أو مغيَّر",
        "falta, sobra o cambia un número",
    ),
    "units": (
        "it has another currency, or a per cent sign where there is none",
        "فيها عملة أخرى، أو نسبة مئوية لا وجود لها في الأصل",
        "tiene otra moneda, o un porcentaje donde no lo hay",
    ),
    "stray": (
        "it seems to be the translation of another sentence",
        "تبدو ترجمةً لجملة أخرى",
        "parece la traducción de otra frase",
    ),
    "glossary": (
        "it uses a name that the glossary forbids",
        "استعمل اسماً يمنعه مسرد المصطلحات",
        "usa un nombre que el glosario prohíbe",
    ),
}
"""Why a translation was refused; fills the blank {why}."""

DEAD: dict[str, Sentence] = {
    "unavailable": (
        (
            "Something that it needs did not work, however often it was tried: {reason}. Tell the "
            "people who run the system; what is live stays live."
        ),
        (
            "لم يعمل شيء تحتاج إليه رغم تكرار المحاولة: {reason}. أبلغ القائمين على النظام؛ "
            "وما هو منشور يبقى منشوراً."
        ),
        (
            "Algo que necesita no funcionó, por más veces que se intentó: {reason}. Avise a "
            "quienes mantienen el sistema; lo publicado sigue publicado."
        ),
    ),
    "bug": (
        (
            "The program has a fault: {reason}. Tell the people who run the system; what is live "
            "stays live."
        ),
        "في البرنامج خلل: {reason}. أبلغ القائمين على النظام؛ وما هو منشور يبقى منشوراً.",
        (
            "El programa tiene un fallo: {reason}. Avise a quienes mantienen el sistema; lo "
            "publicado sigue publicado."
        ),
    ),
    "undelivered": (
        (
            "It could not be handed on: {reason}. Tell the people who run the system; what is live "
            "stays live."
        ),
        "تعذر تسليمها: {reason}. أبلغ القائمين على النظام؛ وما هو منشور يبقى منشوراً.",
        (
            "No se pudo entregar: {reason}. Avise a quienes mantienen el sistema; lo publicado "
            "sigue publicado."
        ),
    ),
    "unfinished": (
        (
            "It was begun but never finished: it took too long, or too much memory. Tell the "
            "people who run the system; what is live stays live."
        ),
        (
            "بدأ العمل عليها ولم ينته: استغرق وقتاً أو ذاكرة أكثر من المسموح. أبلغ القائمين على "
            "النظام؛ وما هو منشور يبقى منشوراً."
        ),
        (
            "Se empezó y no se terminó: tardó demasiado o necesitó demasiada memoria. Avise a "
            "quienes mantienen el sistema; lo publicado sigue publicado."
        ),
    ),
}
"""Why a message is a dead letter: nobody tries it any more."""

FLAGS: dict[str, Sentence] = {
    "phones": (
        "{phones} % of the views came from phones, and people read on computers as well.",
        "جاءت {phones} % من المشاهدات من الهواتف، والناس يقرؤون على الحواسيب أيضاً.",
        "El {phones} % de las visitas llegó desde teléfonos, y también se lee en ordenadores.",
    ),
    "no-phones": (
        "{phones} % of the views came from phones, on which most people read.",
        "جاءت {phones} % من المشاهدات من الهواتف، وعليها يقرأ معظم الناس.",
        "El {phones} % de las visitas llegó desde teléfonos, que es donde más se lee.",
    ),
    "crowd": (
        "Few were many: views {views}, visitors {visitors}, networks {networks}.",
        "قلة بدت كثرة: المشاهدات {views}، الزوار {visitors}، الشبكات {networks}.",
        "Pocos parecían muchos: visitas {views}, visitantes {visitors}, redes {networks}.",
    ),
    "flood": (
        (
            "In one hour it had more readers than the whole edition in any of the twelve before: "
            "readers {readers}, networks {networks}."
        ),
        (
            "كان لها في ساعة واحدة قراء أكثر مما للطبعة كلها في أي من الساعات الاثنتي عشرة "
            "السابقة: القراء {readers}، الشبكات {networks}."
        ),
        (
            "En una hora tuvo más lectores que toda la edición en cualquiera de las doce "
            "anteriores: lectores {readers}, redes {networks}."
        ),
    ),
    "out": (
        "For a few hours it keeps the story out of Trending; Most Read counts {readers} readers.",
        "وبسببها تغيب المادة ساعات عن «الرائج الآن»؛ ويُحسب في «الأكثر قراءة» {readers} من القراء.",
        (
            "Durante unas horas deja la noticia fuera de Tendencias; Lo más leído cuenta "
            "{readers} lectores."
        ),
    ),
    "counts": (
        "The story stays where its other readers put it; the hour counts {readers} readers.",
        "تبقى المادة حيث يضعها قراؤها الآخرون؛ ويُحسب للساعة {readers} من القراء.",
        "La noticia sigue donde la ponen sus demás lectores; la hora cuenta {readers} lectores.",
    ),
}
"""What looks forged in an hour of a story, and what follows from it."""

TOLD: dict[str, Sentence] = {
    "source": (
        "the same in every language",
        "مشترك بين كل اللغات",
        "igual en todos los idiomas",
    ),
    "pending": (
        "no words yet",
        "بلا نص بعد",
        "todavía sin texto",
    ),
    "machine": (
        "machine[: {engines}]",
        "ترجمة آلية[: {engines}]",
        "traducción automática[: {engines}]",
    ),
    "memory": (
        "earlier translations",
        "ترجمات سابقة",
        "traducciones anteriores",
    ),
    "reviewed": (
        "machine, approved by a person[: {engines}]",
        "ترجمة آلية أقرّها إنسان[: {engines}]",
        "traducción automática aprobada por una persona[: {engines}]",
    ),
    "locked": (
        "a person's words",
        "كلام إنسان",
        "texto de una persona",
    ),
    "outdated": (
        "older than the source",
        "أقدم من الأصل",
        "anterior al original",
    ),
    "removed": (
        "no longer in the source; only the desk sees it",
        "لم يعد في الأصل، ولا يراه إلا مكتب التحرير",
        "ya no está en el original; solo lo ve la redacción",
    ),
    "held": (
        "held by {engine}: {why}",
        "موقوف عند {engine}: {why}",
        "retenido en {engine}: {why}",
    ),
    "doubt-negation": (
        "the source denies something, and this may not: compare",
        "ينفي الأصل شيئاً وقد لا ينفيه هذا النص: قارن بينهما",
        "el original niega algo y este texto quizá no: compare",
    ),
    "doubt-question": (
        "only one of source and translation ends as a question",
        "ينتهي أحد النصين وحده، الأصل أو الترجمة، بسؤال",
        "solo uno de los dos, original o traducción, termina en pregunta",
    ),
    "doubt-quotes": (
        "the source has words in quotation marks, and this has none: compare",
        "في الأصل كلام بين علامتي تنصيص وليس في هذا النص أيّ منهما: قارن بينهما",
        "el original lleva palabras entre comillas y este texto no lleva ninguna: compare",
    ),
    "doubt-term": (
        "the glossary has a name for something here that this text does not use: compare",
        "في المسرد اسم لشيء ورد هنا لا يستعمله هذا النص: قارن بينهما",
        "el glosario tiene un nombre para algo de aquí que este texto no usa: compare",
    ),
    "saw": (
        "source before",
        "الأصل سابقاً",
        "original anterior",
    ),
    "suggested": (
        "suggested",
        "المقترح",
        "propuesta",
    ),
    "own-edition": (
        "The story is written in the language of this edition: nothing is translated there.",
        "كُتبت المادة بلغة هذه الطبعة، فلا ترجمة فيها.",
        "La noticia está escrita en el idioma de esta edición: allí no se traduce nada.",
    ),
    "next-translate": (
        (
            "People translate here, and these blocks have no words: {blocks}. Write the edition's "
            "text and upload it as {upload}."
        ),
        (
            "الترجمة هنا عمل بشري، وهذه الفقرات بلا نص: {blocks}. اكتب نص الطبعة وارفعه باسم "
            "{upload}."
        ),
        (
            "Aquí traducen personas, y estos bloques no tienen texto: {blocks}. Escriba el texto "
            "de la edición y súbalo como {upload}."
        ),
    ),
    "next-write": (
        (
            "The machine gives no words that may be shown for: {blocks}. Write the edition's text "
            "and upload it as {upload}."
        ),
        (
            "لا تعطي الآلة نصًّا يصلح للنشر في هذه الفقرات: {blocks}. اكتب نص الطبعة وارفعه باسم "
            "{upload}."
        ),
        (
            "La máquina no da un texto publicable para: {blocks}. Escriba el texto de la edición "
            "y súbalo como {upload}."
        ),
    ),
    "next-check": (
        (
            "Older than the source: {blocks}. Take {export}, bring these blocks up to date, and "
            "upload it as {upload}; uploading it says that you have checked them."
        ),
        (
            "فقرات أقدم من الأصل: {blocks}. خذ الملف {export} وحدّث هذه الفقرات ثم ارفعه باسم "
            "{upload}؛ ورفعه إقرار منك بأنك راجعتها."
        ),
        (
            "Anteriores al original: {blocks}. Tome {export}, ponga al día estos bloques y súbalo "
            "como {upload}; al subirlo declara que los ha revisado."
        ),
    ),
    "next-approve": (
        (
            "The machine's words wait for a person. Take {export}, change what is wrong, add the "
            "field review: approved, and upload it as {upload}."
        ),
        (
            "كلام الآلة ينتظر مراجعة. خذ الملف {export} وأصلح ما يلزم وأضف الحقل "
            "\u2068review: approved\u2069 ثم ارفعه باسم {upload}."
        ),
        (
            "El texto automático espera a una persona. Tome {export}, corrija lo necesario, "
            "añada el campo review: approved y súbalo como {upload}."
        ),
    ),
    "next-better": (
        (
            "Nothing has to be done. To better the text, take {export}, change it, and upload it "
            "as {upload}."
        ),
        "لا يلزم شيء. لتحسين النص خذ الملف {export} وعدّله ثم ارفعه باسم {upload}.",
        (
            "No hay que hacer nada. Para mejorar el texto, tome {export}, cámbielo y súbalo como "
            "{upload}."
        ),
    ),
    "next-xliff": (
        (
            "Or block by block, in a translator's tool: take {xliff}, set what you have checked "
            "to reviewed or final, and upload it as {translated}."
        ),
        (
            "أو فقرة بعد فقرة في أداة ترجمة: خذ الملف {xliff} وسِم ما راجعته بأنه مراجَع أو نهائي "
            "ثم ارفعه باسم {translated}."
        ),
        (
            "O bloque por bloque, en una herramienta de traducción: tome {xliff}, marque como "
            "revisado o final lo que haya comprobado y súbalo como {translated}."
        ),
    ),
}
"""What a desk is told of a story's translations, block by block, and what it can do next."""
