"""Translations: by stable path, stale ones shown, and never an old sentence for a new law."""

from pathlib import Path

from attrs import evolve

from sentencing.pack.texts import Texts, check_texts, read_texts, texts_of, translated, translations
from tests.engine.pack.small import good

FRENCH = """\
translation: {pack: small, edition: "1", language: fr}
texts:
  pack.title: {was: A small pack, text: Un petit barème}
  steps.second.title: {was: Second, text: Deuxième}
  facts.danger.ask: {was: "Any danger?", text: "Un danger ?"}
  facts.wepon.ask: {was: "Weapon?", text: "Une arme ?"}
"""


def french() -> Texts:
    texts, problems = read_texts(FRENCH)
    assert texts is not None, problems
    return texts


def test_a_translation_takes_the_place_of_the_text_it_was_made_from() -> None:
    pack = translated(good(), french())
    assert (pack.head.title, pack.steps[1].title, pack.head.language) == ("Un petit barème", "Deuxième", "fr")


def test_a_stale_translation_shows_the_text_of_the_pack() -> None:
    assert translated(good(), french()).facts["danger"].ask == "Danger?"


def test_stale_and_missing_texts_are_warnings_and_unknown_paths_errors() -> None:
    said = {problem.path: problem for problem in check_texts(good(), french())}
    assert said["facts.wepon.ask"].nearest == "facts.weapon.ask"
    assert said["facts.wepon.ask"].severity.value == "error"
    assert "changed" in said["facts.danger.ask"].message
    assert said["facts.persons.ask"].message == "not translated: How many?"
    assert "pack.title" not in said


def test_a_translation_of_another_pack_or_edition_is_an_error() -> None:
    texts, _ = read_texts(FRENCH.replace("small, edition", "large, edition"))
    assert texts is not None
    assert (
        check_texts(good(), texts)[0].sentence() == "translation.pack: the translation is of 'large', not of 'small'."
    )


def test_every_text_has_one_path_and_a_full_translation_has_no_problem() -> None:
    pack = good()
    lines = [f"  {path}: {{was: {text!r}, text: {text.upper()!r}}}" for path, text in texts_of(pack).items()]
    texts, problems = read_texts("\n".join([*FRENCH.splitlines()[:2], *lines]))
    assert texts is not None, problems
    assert check_texts(pack, texts) == ()
    assert set(texts_of(translated(pack, texts)).values()) == {text.upper() for text in texts_of(pack).values()}


def test_a_judgment_that_a_range_makes_is_translated_with_its_step() -> None:
    assert translated(good(verbs="scale: {sentence: -1/2 to 0}"), french()).judgments["second"].title == "Deuxième"


def test_translations_are_found_beside_their_pack(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "1.fr.yaml").write_text(FRENCH)
    (tmp_path / "texts" / "1.de.yaml").write_text("translation: {}\n")
    found, problems = translations(evolve(good(), folder=str(tmp_path)))
    assert list(found) == ["fr"]
    assert any(problem.path.startswith("texts/1.de.yaml:") for problem in problems)
