"""The Arabic edition: Modern Standard Arabic, right to left."""

from shared.editions.edition import Calendar, Edition, Labels, MonthNames, Plural

_GREGORIAN: MonthNames = (
    "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو",
    "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
)  # fmt: skip
_LEVANTINE: MonthNames = (
    "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران",
    "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول",
)  # fmt: skip


def _dual(number: int) -> str:
    return f"{_LEVANTINE[number]}/{_GREGORIAN[number]}"


def _plural(count: int) -> Plural:
    """دقيقة واحدة، دقيقتان، 3 دقائق، 11 دقيقة، 100 دقيقة."""
    if count in {1, 2}:
        return "one" if count == 1 else "two"
    rest = count % 100
    if 3 <= rest <= 10:
        return "few"
    return "many" if rest >= 11 else "other"


def _conjoin(names: tuple[str, ...]) -> str:
    return " و".join(names)  # the conjunction is written on to the next word, before each name


ARABIC = Edition(
    language="ar",
    direction="rtl",
    name="العربية",
    locale="ar_AR",
    in_language={"en": "بالإنجليزية", "ar": "بالعربية", "es": "بالإسبانية"},
    from_language={"en": "عن الإنجليزية", "ar": "عن العربية", "es": "عن الإسبانية"},
    not_yet={
        "en": "لم يُنشر بالإنجليزية بعد",
        "ar": "لم يُنشر بالعربية بعد",
        "es": "لم يُنشر بالإسبانية بعد",
    },
    calendar=Calendar(
        months={
            "gregorian": _GREGORIAN,
            "levantine": _LEVANTINE,
            "dual": (
                _dual(0),
                _dual(1),
                _dual(2),
                _dual(3),
                _dual(4),
                _dual(5),
                _dual(6),
                _dual(7),
                _dual(8),
                _dual(9),
                _dual(10),
                _dual(11),
            ),
        },
        weekdays=("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"),
        date="{day} {month} {year}",
        full_date="{weekday} {day} {month} {year}",
        month="{month} {year}",
        moment="{date}، {time}\u00a0({zone})",
        zone="غرينتش",
    ),
    plural=_plural,
    minutes={
        "one": "دقيقة واحدة للقراءة",
        "two": "دقيقتان للقراءة",
        "few": "{count} دقائق للقراءة",
        "many": "{count} دقيقة للقراءة",
        "other": "{count} دقيقة للقراءة",
    },
    pictures={
        "one": "صورة واحدة",
        "two": "صورتان",
        "few": "{count} صور",
        "many": "{count} صورة",
        "other": "{count} صورة",
    },
    decimal=".",
    thousands=",",
    conjoin=_conjoin,
    kinds={
        "news": "أخبار",
        "opinion": "رأي",
        "analysis": "تحليل",
        "blog": "مدوّنة",
        "feature": "تقرير",
        "video": "فيديو",
        "gallery": "معرض صور",
        "infographic": "إنفوغراف",
        "flash": "عاجل",
        "live": "مباشر",
        "post": "مباشر",
        "page": "صفحة",
    },
    fronts={
        "news": "أخبار",
        "opinion": "آراء",
        "analysis": "تحليلات",
        "blog": "مدوّنات",
        "feature": "تقارير",
        "video": "فيديو",
        "gallery": "بالصور",
        "infographic": "إنفوغراف",
    },
    networks={
        "x": "إكس",
        "facebook": "فيسبوك",
        "whatsapp": "واتساب",
        "telegram": "تلغرام",
        "email": "البريد الإلكتروني",
    },
    labels=Labels(
        skip="انتقل إلى المحتوى",
        editions="الطبعات",
        sections="الأقسام",
        regions="المناطق",
        home="الرئيسية",
        more="المزيد من الأخبار",
        earlier="أخبار سابقة",
        latest="أحدث الأخبار",
        archive="الأرشيف",
        archive_title="{list}: {month}",
        feed="خلاصة الأخبار",
        by="بقلم {names}",
        source="المصدر: {source}",
        published="نُشر في",
        updated="آخر تحديث:",
        tags="الوسوم",
        tag="وسم",
        authors="الكتّاب",
        coverage="تغطيات",
        all="الكل",
        all_in="المزيد في {list}",
        parts="فروع {list}",
        follow="تابعونا",
        about="عن الموقع",
        android="تطبيق أندرويد",
        ios="تطبيق آيفون",
        coming="لا شيء هنا بعد. ستُكتب هذه الصفحة قريباً.",
        related="اقرأ أيضاً",
        read_next="اقرأ التالي",
        share="شارك",
        copy="انسخ الرابط",
        copied="نُسخ الرابط",
        correction="تصحيح",
        transcript="نص الفيديو",
        captions="ترجمة على الشاشة بالعربية",
        watch="افتح الفيديو",
        opinion="تعبّر مقالات الرأي عن آراء كتّابها.",
        figures="البيانات في جدول",
        machine="تُرجم آليًّا {from} باستخدام {engines}.",
        machine_parts="تُرجمت أجزاء من هذا النص آليًّا {from} باستخدام {engines}.",
        translated="تُرجم {from} بإعادة استخدام {engines}.",
        memory="ترجمات سابقة لمحرّرينا",
        reviewed="راجع محرّرونا الترجمة.",
        reviewed_parts="راجع محرّرونا أجزاء من الترجمة.",
        unreviewed="لم يراجع محرّرونا الترجمة.",
        older="في هذه النسخة أجزاء أقدم من آخر تعديلات النص الأصلي {in}.",
        corrected="صُحّح النص الأصلي {in}، ولم يدخل التصحيح على هذه النسخة بعد.",
        corrected_parts="صُحّح النص الأصلي {in}، وقد لا يكون التصحيح كاملاً في هذه النسخة بعد.",
        original="اقرأ النص الأصلي {in}",
        corrected_original="اقرأ النص الأصلي المصحَّح {in}",
        test="ترجمة تجريبية، ليست للنشر",
        empty="لم يُنشر شيء هنا بعد. سيظهر أول خبر في هذه الصفحة.",
        most_read="الأكثر قراءة",
        trending="الرائج الآن",
        everywhere="الأكثر قراءة في جميع الطبعات",
        by_section="بحسب القسم",
        method="نعدّ القرّاء من سجلات خوادمنا في الساعات الأربع والعشرين الأخيرة، ومن دون ملفات"
        " تعريف الارتباط: يُعدّ القارئ مرة واحدة في الساعة لكل خبر، ولا تُعدّ الشبكة الواحدة بأكثر"
        " من بضعة قرّاء؛ أما «الرائج الآن» فهو ما يزداد قرّاؤه في هذه اللحظة.",
        late="حتى {moment}؛ تأخرت الأرقام الأحدث.",
        nothing_counted="لم تُحصَ القراءات بعد، وهذه أحدث الأخبار.",
        breaking="عاجل",
        flashes_over="أخبار عاجلة سابقة",
        no_flashes="لا أخبار عاجلة الآن.",
        live="مباشر",
        show_new="اعرض المستجدات",
        live_over="انتهت هذه التغطية المباشرة.",
        older_posts="مشاركات سابقة",
        no_posts="لم يعد هنا شيء.",
        nothing_live="لا بث مباشر في هذه اللحظة.",
        live_before="تغطيات مباشرة سابقة",
        withdrawn="سُحب هذا الخبر",
        withdrawn_says="سحبه محرّرونا، ولم تعد قراءته متاحة هنا.",
        unavailable="هذا الخبر غير متاح {in} حاليًّا",
        unavailable_says="سيعود إلى هذا العنوان فور أن يصبح ذلك ممكناً.",
        read_source="اقرأ {headline} {in}",
        not_found="الصفحة غير موجودة",
        not_found_says="قد يكون الرابط غير صحيح، أو انتقلت الصفحة إلى عنوان آخر. أخبارنا في الصفحة"
        " الرئيسية.",
        to_front="إلى الصفحة الرئيسية",
    ),
)
