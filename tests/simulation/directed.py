"""Directed schedules: one publication is held at each of its calls in turn.

Meanwhile the rest of the newsroom does something and comes to rest; then it goes on. Random runs
rarely hold the right function at the right call for long enough. Here a scene says what happens
before, what is held, and what happens meanwhile, and every call is tried.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count

from functions.publish.handler import stories_of
from shared.news.keys import CONFIG_KEY, story_of
from shared.news.language import Language
from tests.simulation.editors import (
    FOLDER,
    PICTURES,
    STORIES,
    WORDS,
    configuration,
    key,
    story_file,
)
from tests.simulation.post import Message
from tests.simulation.stage import FUNCTIONS, Function, Pieces, Stage
from tests.simulation.truth import judge
from tests.simulation.watch import Violation
from tests.simulation.weather import CLEAR

Deed = Callable[[Stage], None]


def write(name: str, number: int, *fields: str, section: str = "politics") -> Deed:
    """An upload of a story's own file."""

    def deed(stage: Stage) -> None:
        file = key(name, STORIES[name])
        headline = f"{WORDS[STORIES[name]]} {number}"
        stage.inbox.upload(file, story_file(headline, [f"section: {section}", *fields]))
        stage.arrival(file)

    return deed


def translate(name: str, edition: Language, number: int) -> Deed:
    """A person's words for an edition."""

    def deed(stage: Stage) -> None:
        file = key(name, edition)
        stage.inbox.upload(file, story_file(f"{WORDS[edition]} {number}", []))
        stage.arrival(file)

    return deed


def delete(name: str) -> Deed:
    def deed(stage: Stage) -> None:
        file = key(name, STORIES[name])
        stage.inbox.delete(file)
        stage.arrival(file)

    return deed


def illustrate(stage: Stage) -> None:
    stage.inbox.upload(PICTURES[0], "a picture")
    stage.arrival(PICTURES[0])


def configure(stage: Stage) -> None:
    """Sports is a section from now on."""
    stage.inbox.upload(CONFIG_KEY, configuration(sports=True, author="Layla"))
    stage.arrival(CONFIG_KEY)


def deploy(stage: Stage) -> None:
    stage.deploy()


@dataclass(frozen=True)
class Scene:
    """What happens before, whose publication is held, and what happens meanwhile."""

    before: tuple[Deed, ...]
    name: str
    held: Deed
    meanwhile: tuple[Deed, ...]


def explore(scene: Scene, pieces: Pieces | None = None) -> Iterator[str]:
    """Play the scene with the publication held before each of its calls; each violation, or ""."""
    before = Stage(0, CLEAR, pieces)
    before.open()
    for deed in scene.before:
        deed(before)
        before.settle()
    call, more = 0, True
    while more:
        call += 1
        stage = Stage(0, CLEAR, pieces)
        stage.resume(before)
        try:
            more = _play(stage, scene, call)
            yield ""
        except Violation as violation:
            yield f"held before call {call}: {violation}"


def race(
    before: tuple[Deed, ...], one: str, other: str, pieces: Pieces | None = None
) -> Iterator[str]:
    """New words of two stories come to the same page: one is put first, then the one that lost.

    Both are held before their put of that page, for every page in turn; each violation, or "".
    """
    start = Stage(0, CLEAR, pieces)
    start.open()
    for deed in before:
        deed(start)
        start.settle()
    for key_put in sorted(start.site.items):
        stage = Stage(0, CLEAR, pieces)
        stage.resume(start)
        try:
            held: list[Function] = []
            for name in (one, other):
                write(name, 5)(stage)
                function = _publication(stage, name)
                while function in stage.running and function.at != f"shelf.put {key_put}":
                    stage.step(function)
                if function in stage.running:
                    stage.running.remove(function)
                    held.append(function)
            for function in held:
                stage.running.append(function)
                while function in stage.running:
                    stage.step(function)
            stage.settle()
            judge(stage)
            yield ""
        except Violation as violation:
            yield f"race for {key_put}: {violation}"


def losing(deeds: tuple[Deed, ...], every: int = 1) -> Iterator[str]:
    """Each message that follows from the deeds is lost in turn; each violation, or "".

    `every` 4 leaves three of four out.
    """
    for lost in count(1, every):
        stage = Stage(0, CLEAR)
        stage.open()
        stage.doomed = lost
        try:
            for deed in deeds:
                deed(stage)
                stage.settle()
            if not stage.counts["loss"]:
                return
            stage.sweep_up()
            judge(stage)
            yield ""
        except Violation as violation:
            yield f"without message {lost}: {violation}"


def _play(stage: Stage, scene: Scene, call: int) -> bool:
    scene.held(stage)
    held = _publication(stage, scene.name)
    for _ in range(call):
        if held in stage.running:
            stage.step(held)
    reached = held in stage.running
    if reached:
        stage.running.remove(held)
    for deed in scene.meanwhile:
        deed(stage)
        stage.settle()
    if reached:
        stage.running.append(held)
    stage.settle()
    judge(stage)
    return reached


def _publication(stage: Stage, name: str) -> Function:
    """The story's publication, just begun; only what has to come before it is done."""
    story = story_of(f"{FOLDER}/{name}")
    while True:
        message = next(one for one in stage.post.waiting if _leads_to(one, story))
        stage.start(FUNCTIONS[message.queue], [message])
        function = stage.running[-1]
        if function.name.startswith("publish"):
            return function
        while function in stage.running:
            stage.step(function)


def _leads_to(message: Message, story: str) -> bool:
    return message.queue == "IngestQueue" or (
        FUNCTIONS[message.queue] == "publish" and story in stories_of(message.event)
    )


BRIDGE = (write("bridge", 1),)
BOTH = (write("bridge", 1), write("river", 2, "related: [inbox/2026/11/bridge]"))

SCENES: dict[str, Scene] = {
    "a newer version": Scene(BOTH, "bridge", write("bridge", 3), (write("bridge", 4),)),
    "back to the old words": Scene(BOTH, "bridge", write("bridge", 3), (write("bridge", 1),)),
    "a withdrawal": Scene(BOTH, "bridge", write("bridge", 3), (delete("bridge"),)),
    "a withdrawal and a return": Scene(
        BOTH, "bridge", write("bridge", 3), (delete("bridge"), write("bridge", 1))
    ),
    "a related story is withdrawn": Scene(
        BRIDGE, "river", write("river", 2, "related: [inbox/2026/11/bridge]"), (delete("bridge"),)
    ),
    "a related story comes": Scene(
        (), "river", write("river", 2, "related: [inbox/2026/11/bridge]"), BRIDGE
    ),
    "a related story comes and goes": Scene(
        (),
        "river",
        write("river", 2, "related: [inbox/2026/11/bridge]"),
        (*BRIDGE, delete("bridge")),
    ),
    "a neighbour in the lists": Scene(BRIDGE, "river", write("river", 2), (write("bridge", 3),)),
    "its own withdrawal": Scene(BRIDGE, "river", write("river", 2), (delete("river"),)),
    "a story that is pinned is withdrawn": Scene(
        (write("river", 2), write("bridge", 1)),
        "river",
        write("river", 2, "related: [inbox/2026/11/bridge]"),
        (delete("bridge"),),
    ),
    "a deployment": Scene(BOTH, "bridge", write("bridge", 3), (deploy,)),
    "a deployment before it stands": Scene(
        (*BRIDGE, translate("river", "ar", 2), translate("river", "es", 2)),
        "river",
        write("river", 2),
        (deploy,),
    ),
}

A_DAY = (
    write("bridge", 1, "picture: {file: palace.jpg, credit: Desk, alt: Palace}"),
    illustrate,
    write("river", 2, "related: [inbox/2026/11/bridge]"),
    write("market", 3, section="sports"),
    translate("bridge", "ar", 4),
    configure,
    write("bridge", 5, "change: correction", "correction: The treaty."),
    delete("river"),
    deploy,
)
"""A little of everything; the sports are rejected until they are a section."""
