package io.dateline.furniture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Bylines")
class BylineTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '\0',
      textBlock =
          """
          By Jane Doe and John Roe => Jane Doe; John Roe
          BY JANE DOE => JANE DOE
          By Jane Doe, Staff Writer => Jane Doe
          By Jane Doe | Harbour Times => Jane Doe
          By Jane van der Berg, John O'Roe and Mary-Ann Poe => Jane van der Berg; John O'Roe; Mary-Ann Poe
          By Jane Doe | November 20, 2013 => Jane Doe
          Written by: Jane Doe, jane@example.org => Jane Doe
          By Jane Doe (@janedoe) => Jane Doe
          Jane Doe, Staff Writer => Jane Doe
          By J. R. Roe => J. R. Roe
          By Dr. Jane Doe, PhD => Dr. Jane Doe
          Par Jeanne Dupré et Jean Leroux => Jeanne Dupré; Jean Leroux
          Von Johanna Müller => Johanna Müller
          Ein Kommentar von Johanna Müller => Johanna Müller
          Por Juana Pérez y Juan Ruiz => Juana Pérez; Juan Ruiz
          Di Gianna Rossi => Gianna Rossi
          Door Janneke de Vries => Janneke de Vries
          Автор: Иван Петров => Иван Петров
          Анна Иванова, корреспондент => Анна Иванова
          بقلم: سامي الحداد => سامي الحداد
          كتب سامي الحداد => سامي الحداد
          记者 王小明 => 王小明
          東海時報／記者王小明／台東報導 => 王小明
          Τετάρτη, 6 Μαΐου 2026 12:44 | Συντάκτης: Γιώργος Νικολάου => Γιώργος Νικολάου
          Piše: Ana Horvat => Ana Horvat
          Пише: Ана Петровић => Ана Петровић
          Imeandikwa na Asha Juma => Asha Juma
          Qore: Asad Warsame => Asad Warsame
          โดย สมชาย ใจดี => สมชาย ใจดี
          Ni Juana Reyes => Juana Reyes
          文／王小明 => 王小明
          山田太郎記者 => 山田太郎
          홍길동 기자 => 홍길동
          홍길동 기자 hong@example.org => 홍길동
          Yazan: Ayşe Yılmaz => Ayşe Yılmaz
          Autor: Jan Kowalski => Jan Kowalski
          Tekst: Kari Nordmann => Kari Nordmann
          מאת דנה לוי => דנה לוי
          लेखक: रवि कुमार => रवि कुमार
          """)
  void readsNames(String line, String names) {
    Byline byline = Furniture.of("").byline(line).orElseThrow();

    assertEquals(names, String.join("; ", byline.names()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "By the time he arrived, the harbour was empty",
        "By Monday",
        "By 2030, the sea will rise",
        "Von Montag an fahren keine Züge mehr",
        "Por la tarde llovió",
        "Par ailleurs, le port reste fermé",
        "Di notte il porto è chiuso",
        "Harbour town votes on new bridge",
        "By Jane Doe the harbour was called a ruin",
        "",
      })
  void isNoByline(String line) {
    assertTrue(Furniture.of("").byline(line).isEmpty(), () -> Furniture.of("").byline(line) + "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "By Staff",
        "By Reuters",
        "By Associated Press",
        "Von der Redaktion",
        "By News Desk",
        "By AFP"
      })
  void organisationIsNoPerson(String line) {
    assertTrue(
        Furniture.of("").byline(line).map(Byline::names).orElse(java.util.List.of()).isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '\0',
      emptyValue = "",
      nullValues = "-",
      textBlock =
          """
          Jane Doe => Jane Doe
          Jane Doe, John Roe => Jane Doe; John Roe
          By Jane Doe => Jane Doe
          admin => -
          https://example.org/author/jane => -
          jane@example.org => -
          Harbour Times Staff => -
          Reuters => -
          Jane Doe, MD, PhD => Jane Doe
          Jane Doe, Harbour News => Jane Doe
          José Ortega y Gasset => José Ortega y Gasset
          example.org => -
          """)
  void splitsClaimedAuthors(String claim, String names) {
    String expected = names == null ? "" : names;

    assertEquals(expected, String.join("; ", Furniture.authors(claim).names()));
  }
}
