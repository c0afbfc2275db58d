"""The Spanish edition."""

import re

from shared.editions.edition import Calendar, Edition, Labels, joined, one_or_other

# "y" becomes "e" before the sound of i (Irene, Hilda), not before a diphthong (Hierro, Iona).
_SOUNDS_LIKE_I = re.compile(r"h?[iíyý](?![aeoáéó])", re.IGNORECASE)


def _conjoin(names: tuple[str, ...]) -> str:
    sounds = bool(names) and _SOUNDS_LIKE_I.match(names[-1])
    return joined(names, " e " if sounds else " y ")


SPANISH = Edition(
    language="es",
    direction="ltr",
    name="Español",
    locale="es_ES",
    in_language={"en": "en inglés", "ar": "en árabe", "es": "en español"},
    from_language={"en": "del inglés", "ar": "del árabe", "es": "del español"},
    not_yet={"en": "aún no en inglés", "ar": "aún no en árabe", "es": "aún no en español"},
    calendar=Calendar(
        months={
            "gregorian": (
                "enero", "febrero", "marzo", "abril", "mayo", "junio",
                "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
            )
        },
        weekdays=("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
        date="{day} de {month} de {year}",
        full_date="{weekday}, {day} de {month} de {year}",
        month="{month} de {year}",
        moment="{date}, {time} ({zone})",
        zone="GMT",
    ),
    plural=one_or_other,
    minutes={"one": "{count} minuto de lectura", "other": "{count} minutos de lectura"},
    conjoin=_conjoin,
    kinds={
        "news": "Noticias",
        "opinion": "Opinión",
        "analysis": "Análisis",
        "blog": "Blog",
        "feature": "Reportaje",
    },
    labels=Labels(
        skip="Saltar al contenido",
        editions="Ediciones",
        sections="Secciones",
        regions="Regiones",
        home="Portada",
        more="Más noticias",
        latest="Últimas noticias",
        archive="Hemeroteca",
        archive_title="{list}, {month}",
        feed="Canal de noticias",
        by="Por {names}",
        source="Fuente: {source}",
        published="Publicado",
        updated="Actualizado",
        tags="Etiquetas",
        related="Noticias relacionadas",
        correction="Corrección",
        machine="Traducido automáticamente {from} con {engines}.",
        machine_parts="Partes de este texto se han traducido automáticamente {from} con {engines}.",
        translated="Traducido {from} a partir de {engines}.",
        memory="traducciones anteriores de la redacción",
        reviewed="La redacción ha revisado la traducción.",
        reviewed_parts="La redacción ha revisado partes de la traducción.",
        unreviewed="La redacción no ha revisado la traducción.",
        older="Partes de esta versión son anteriores a los últimos cambios del original {in}.",
        corrected="El original {in} se ha corregido; esta versión aún no recoge la corrección.",
        corrected_parts="El original {in} se ha corregido; es posible que esta versión aún no"
        " recoja toda la corrección.",
        original="Leer el original {in}",
        corrected_original="Leer el original corregido {in}",
        test="Traducción de prueba, no destinada a publicarse",
        empty="Aún no se ha publicado nada aquí. La primera noticia aparecerá en esta página.",
        most_read="Lo más leído",
        trending="Tendencias",
        everywhere="En todas las ediciones",
        by_section="Por secciones",
        method="Se cuenta con los registros de nuestros servidores de las últimas 24 horas, sin"
        " cookies: cada lector cuenta una vez por hora y noticia, y ninguna red por más de unos"
        " pocos lectores; en Tendencias está lo que gana lectores ahora mismo.",
        late="Hasta el {moment}; los datos más recientes llegan con retraso.",
        nothing_counted="Aún no hay recuento: estas son las últimas noticias.",
        withdrawn="Esta noticia ha sido retirada",
        withdrawn_says="La redacción la ha retirado y ya no se puede leer aquí.",
        unavailable="Esta noticia no está disponible {in} en este momento",
        unavailable_says="Volverá a esta dirección en cuanto sea posible.",
        read_source="Leer {headline} {in}",
        not_found="Página no encontrada",
        not_found_says="¿Buscaba otra cosa? Nuestras noticias están en la portada.",
        to_front="Ir a la portada",
    ),
)  # fmt: skip
