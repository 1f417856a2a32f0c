package io.dateline.furniture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Credits, print notices, sections and breadcrumbs")
class StandingLinesTest {

  private final Furniture furniture = Furniture.of("en-GB");

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '\0',
      nullValues = "-",
      textBlock =
          """
          A version of this article appeared in the print edition of The Daily Planet on May 3, 2020, on page 1. => The Daily Planet => 2020-05-03 => 1
          A version of this article appears in print on May 3, 2020, Section A, Page 12 of the Harbour edition with the headline: Bridge. => Harbour edition => 2020-05-03 => 12
          This story appeared in the printed edition of Harbour Times, page A4, 3 May 2020 => Harbour Times => 2020-05-03 => A4
          Cet article est paru dans l'édition papier du Journal du Port le 3 mai 2020, page 7. => Journal du Port => 2020-05-03 => 7
          Dieser Artikel erschien in der Printausgabe der Hafenzeitung vom 3. Mai 2020 auf Seite 5. => Hafenzeitung => 2020-05-03 => 5
          Este artículo apareció en la edición impresa de El Puerto del 3 de mayo de 2020, página 8. => El Puerto => 2020-05-03 => 8
          Publicado na edição impressa do Jornal do Porto em 3 de maio de 2020, página 8 => Jornal do Porto => 2020-05-03 => 8
          Статья опубликована в печатной версии газеты Портовые вести от 3 мая 2020, страница 4 => Портовые вести => 2020-05-03 => 4
          نشر هذا المقال في النسخة الورقية من صحيفة الميناء بتاريخ 3 مايو 2020، صفحة 6 => الميناء => 2020-05-03 => 6
          """)
  void readsPrintNotice(String line, String edition, String date, String page) {
    assertEquals(new PrintNotice(edition, date, page), furniture.printNotice(line).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The printer on page 3 of the catalogue costs 90 euros.",
        "A version of this article is read aloud.",
        "Subscribe to our print edition today!",
        "The paper's print edition will close, its owner said.",
        "The book has 300 pages.",
      })
  void isNoPrintNotice(String line) {
    assertTrue(furniture.printNotice(line).isEmpty(), () -> furniture.printNotice(line) + "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '\0',
      nullValues = "-",
      textBlock =
          """
          The port reopened. (harbour star) => harbour star => -
          The port reopened.” (Reuters) => Reuters => Reuters
          Ships near the port on Monday. (AFP PHOTO /STR) => AFP PHOTO /STR => AFP
          Ships near the port [Jane Doe/Reuters] => Jane Doe/Reuters => Reuters
          Schiffe im Hafen. (Foto: Johanna Müller) => Foto: Johanna Müller => -
          The port reopened. — AFP => AFP => AFP
          Порт открыт. (Интерфакс) => Интерфакс => Interfax
          """)
  void readsTrailingCredit(String paragraph, String text, String agency) {
    Credit credit = furniture.trailingCredit(paragraph).orElseThrow();

    assertEquals(text, credit.text());
    assertEquals(agency, credit.agency());
    assertTrue(paragraph.substring(credit.start()).contains(text));
    assertTrue("([R—".indexOf(paragraph.charAt(credit.start())) >= 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The port reopened (after seven years).",
        "The port (founded in 1850)",
        "It cost millions (according to Reuters), he said.",
        "A captain told AFP.",
        "They met the Organisation of Port Towns (OPT)",
      })
  void prosePartInBracketsIsNoCredit(String paragraph) {
    assertTrue(
        furniture.trailingCredit(paragraph).isEmpty(),
        () -> furniture.trailingCredit(paragraph) + "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '\0',
      textBlock =
          """
          Photo: Jane Doe/Getty => Jane Doe/Getty
          Photo by Jane Doe => Jane Doe
          Foto: dpa => dpa
          Фото: Иван Петров => Иван Петров
          © Jane Doe / Harbour Times => Jane Doe / Harbour Times
          REUTERS/Jane Doe => REUTERS/Jane Doe
          Jane Doe/AP => Jane Doe/AP
          Source: Agencies => Agencies
          المصدر: وكالات => وكالات
          来源：新华社 => 新华社
          AFP => AFP
          SANA Syrian Arab News Agency => SANA Syrian Arab News Agency
          """)
  void readsCreditLine(String line, String text) {
    assertEquals(text, furniture.credit(line).orElseThrow().text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Photo finish at the harbour race",
        "Reuters moves its office to the harbour",
        "Image is everything",
        "© 2013 Harbour Times. All rights reserved.",
        "The AP said on Monday",
      })
  void isNoCreditLine(String line) {
    assertTrue(furniture.credit(line).isEmpty(), () -> furniture.credit(line) + "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Middle East",
        "World news",
        "Политика",
        "الشرق الأوسط",
        "国际",
        "Kultur & Gesellschaft"
      })
  void knowsSectionLabels(String line) {
    assertTrue(furniture.section(line).isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"World leaders meet", "Harbour town votes", "Sport is healthy, says study"})
  void headlineIsNoSection(String line) {
    assertTrue(furniture.section(line).isEmpty());
  }

  @Test
  void readsBreadcrumbs() {
    assertEquals(
        List.of("Home", "World", "Middle East"),
        furniture.breadcrumb("Home > World > Middle East"));
    assertEquals(List.of("Главная", "Мир"), furniture.breadcrumb("Главная / Мир"));
    assertEquals(List.of(), furniture.breadcrumb("Win/lose"));
    assertEquals(List.of(), furniture.breadcrumb("Harbour | Times"));
  }
}
