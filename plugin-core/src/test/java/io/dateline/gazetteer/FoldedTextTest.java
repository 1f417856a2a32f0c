package io.dateline.gazetteer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Folded text")
class FoldedTextTest {

  private static final Locale BEFORE = Locale.getDefault();

  /** Where lower case I is ı. */
  @BeforeAll
  static void moveToTurkey() {
    Locale.setDefault(new Locale("tr", "TR"));
  }

  @AfterAll
  static void moveBack() {
    Locale.setDefault(BEFORE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ISTANBUL        | istanbul
          İstanbul        | istanbul
          Diyarbakır      | diyarbakir
          Łódź            | lodz
          Tórshavn        | torshavn
          Đà Nẵng         | da nang
          Straße          | strasse
          Ærøskøbing      | aeroskobing
          Þórshöfn        | thorshofn
          Ξάνθη           | ξανθη
          Орёл            | орел
          Київ            | киів
          إِدْلِب            | ادلب
          القاهرة         | القاهره
          کراچی           | كراچي
          الإسكندرية      | الاسكندريه
          יְרוּשָׁלַיִם        | ירושלים
          दिल्ली            | दिल्ली
          がま             | がま
          Ｔｏｋｙｏ          | tokyo
          ソウル           | ソウル
          ｿｳﾙ             | ソウル
          Sana'a          | sanaa
          Sana’a          | sanaa
          Sanaʻa          | sanaa
          U.S.            | us
          Washington D.C. | washington dc
          St. Louis       | st louis
          Deir ez-Zor     | deir ez zor
          Deir ez–Zor     | deir ez zor
          new_york        | new york
          Sant Julià de l·Om | sant julia de lom
          ٣ اكتوبر         | 3 اكتوبر
          """)
  void readsTheSameNameFromManySpellings(String name, String folded) {
    assertEquals(folded, NameFolding.fold(name));
  }

  @Test
  void joinsDecomposedLettersOfAllScripts() {
    assertEquals(NameFolding.fold("é"), NameFolding.fold("e\u0301"));
    assertEquals(NameFolding.fold("が"), NameFolding.fold("か\u3099"));
    assertEquals(NameFolding.fold("ポ"), NameFolding.fold("ホ\u309A"));
    assertEquals(NameFolding.fold("й"), NameFolding.fold("и\u0306"));
  }

  @Test
  void knowsWhereEveryUnitCameFrom() {
    String source = "\uD83D\uDE80 in Cafe\u0301ville, Straße";
    FoldedText text = FoldedText.of(source);

    int from = text.toString().indexOf("cafeville");
    int last = from + "cafeville".length() - 1;
    int street = text.toString().indexOf("strasse");

    assertEquals("Cafe\u0301ville", source.substring(text.start(from), text.end(last)));
    assertEquals("e\u0301", source.substring(text.start(from + 3), text.end(from + 3)));
    assertEquals("ß", source.substring(text.start(street + 4), text.end(street + 5)));
    assertEquals(from, text.indexOf(source.indexOf("Cafe")));
    assertEquals(text.length(), text.indexOf(source.length()));
  }

  @Test
  void leavesApostrophesAndStopsOutsideTheName() {
    String source = "Syria's U.S. base";
    FoldedText text = FoldedText.of(source);

    assertEquals("syrias us base", text.toString());
    assertEquals("Syria", source.substring(text.start(0), text.end(4)));
    assertEquals("U.S", source.substring(text.start(7), text.end(8)));
  }

  @Test
  void breaksAtAnEmptyLineOnly() {
    assertEquals("new york", FoldedText.of("New \n York").toString());
    assertEquals("new\nyork", FoldedText.of("New \n \n York").toString());
    assertEquals("new\nyork", FoldedText.of("New\u2029York").toString());
  }

  @Test
  void keepsPunctuationSoThatNoNameRunsAcross() {
    assertEquals("paris, texas", FoldedText.of("Paris, Texas").toString());
    assertEquals("paris… texas", FoldedText.of("Paris… Texas").toString());
    assertEquals("(paris)", FoldedText.of("(Paris)").toString());
  }
}
