package io.dateline.furniture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Datelines")
class DatelineTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '\0',
      nullValues = "-",
      textBlock =
          """
          Lisbon - Agencies => Lisbon => Agencies
          LISBON/OSLO: => LISBON/OSLO => -
          LISBON (Reuters) - => LISBON => Reuters
          القاهرة - رويترز => القاهرة => Reuters
          Lisboa, 20 nov (EFE).- => Lisboa => EFE
          """)
  void readsLine(String line, String place, String agency) {
    Dateline dateline = Furniture.of("").datelineLine(line).orElseThrow();

    assertEquals(place, dateline.place());
    assertEquals(agency, dateline.agency());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '\0',
      nullValues = "-",
      textBlock =
          """
          LISBON/OSLO: The port reopened. => LISBON/OSLO => - => The port reopened.
          LISBON (Reuters) - The port reopened. => LISBON => Reuters => The port reopened.
          NEW YORK (AP) — The port reopened. => NEW YORK => AP => The port reopened.
          KAMPALA, Uganda — The road reopened. => KAMPALA, Uganda => - => The road reopened.
          ST. LOUIS, Mo. (AP) — The road reopened. => ST. LOUIS, Mo. => AP => The road reopened.
          LISBON, Nov 20 (Reuters) - The port reopened. => LISBON => Reuters => The port reopened.
          LISBON, Nov. 20, 2013 /PRNewswire/ -- The port reopened. => LISBON => PR Newswire => The port reopened.
          PORT-AU-PRINCE, Haiti – The port reopened. => PORT-AU-PRINCE, Haiti => - => The port reopened.
          RIO DE JANEIRO - The port reopened. => RIO DE JANEIRO => - => The port reopened.
          Berlin (dpa) - Der Hafen ist wieder offen. => Berlin => dpa => Der Hafen ist wieder offen.
          Berlin dpa - Der Hafen ist wieder offen. => Berlin => dpa => Der Hafen ist wieder offen.
          Paris (AFP) – Le port a rouvert. => Paris => AFP => Le port a rouvert.
          Madrid, 20 nov (EFE).- El puerto reabrió. => Madrid => EFE => El puerto reabrió.
          МОСКВА, 20 ноя — РИА Новости. Порт открыт. => МОСКВА => RIA Novosti => Порт открыт.
          МОСКВА, 20 ноября. /ТАСС/. Порт открыт. => МОСКВА => TASS => Порт открыт.
          بيروت (أ ف ب) - أعيد فتح الميناء. => بيروت => AFP => أعيد فتح الميناء.
          القاهرة - رويترز: أعيد فتح الميناء. => القاهرة => Reuters => أعيد فتح الميناء.
          ANKARA (AA) - Liman yeniden açıldı. => ANKARA => Anadolu => Liman yeniden açıldı.
          İSTANBUL (AA) - Liman yeniden açıldı. => İSTANBUL => Anadolu => Liman yeniden açıldı.
          新华社北京11月20日电（记者王小明）港口重新开放。 => 北京 => Xinhua => 港口重新开放。
          【ロンドン共同】港が再開した。 => ロンドン => Kyodo => 港が再開した。
          [東京 20日 ロイター] - 港が再開した。 => 東京 => Reuters => 港が再開した。
          (서울=연합뉴스) 홍길동 기자 = 항구가 다시 열렸다. => 서울 => Yonhap => 항구가 다시 열렸다.
          BEIRUT: “We will reopen.” => BEIRUT => - => “We will reopen.”
          """)
  void readsStartOfParagraph(String paragraph, String place, String agency, String rest) {
    Dateline dateline = Furniture.of("").dateline(paragraph).orElseThrow();

    assertEquals(place, dateline.place());
    assertEquals(agency, dateline.agency());
    assertEquals(rest, paragraph.substring(dateline.end()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Lisbon - the city of light - reopened its port.",
        "UPDATE: The port reopened.",
        "BREAKING: The port reopened.",
        "PHOTO: The port, reopened.",
        "The port — closed since May — reopened.",
        "HARBOUR WORKERS MARCHED through the town on Monday.",
        "We said: the port is open.",
        "“Lisbon” (Reuters) is a word.",
        "A: Yes.",
        "He told Reuters - and nobody else - the port was open.",
        "THE PORT REOPENS AFTER SEVEN LONG YEARS: what to know",
        "10 - 12",
        "",
      })
  void isNoDateline(String paragraph) {
    assertTrue(
        Furniture.of("").dateline(paragraph).isEmpty(),
        () -> Furniture.of("").dateline(paragraph).toString());
  }

  @Test
  void bareCapitalsBeforeColonAreUncertain() {
    assertFalse(Furniture.of("").dateline("OSLO: The port reopened.").orElseThrow().certain());
    assertTrue(Furniture.of("").dateline("OSLO (AP) - It did.").orElseThrow().certain());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '\0',
      textBlock =
          """
          The port reopened on Monday, AFP reports. Ships came. => AFP
          Порт снова открыт, сообщает РИА Новости. => RIA Novosti
          Der Hafen ist offen, meldet dpa. => dpa
          Le port a rouvert, rapporte l'AFP. => AFP
          """)
  void findsReportingAgency(String paragraph, String agency) {
    assertEquals(agency, Furniture.of("").reportingAgency(paragraph).orElseThrow());
  }

  @Test
  void witnessTalkingToAgencyDoesNotMakeItTheSource() {
    assertTrue(
        Furniture.of("")
            .reportingAgency("The port is shut, a captain told AFP by phone.")
            .isEmpty());
  }
}
