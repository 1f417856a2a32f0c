package io.dateline.tika.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dateline.tika.parser.ScriptDetectors.Script;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Languages that the function words leave open")
class LanguageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          LATIN    | no | Ordføreren i kommunen sa mandag at broen over elva ikke blir åpnet igjen før helgen, fordi vannet står for høyt.
          LATIN    | cs | Starosta v pondělí řekl, že most přes řeku nebude otevřen před koncem týdne, protože voda je příliš vysoko.
          CYRILLIC | mk | Градоначалникот во понеделникот рече дека мостот преку реката ќе остане затворен до крајот на неделата.
          ARABIC   | ur | میئر نے پیر کو کہا کہ دریا پر بنا پل ہفتے کے آخر تک بند رہے گا کیونکہ پانی بہت اونچا ہے۔
          OTHER    | ja | 市長は月曜日、水位が高すぎるため、川にかかる橋は週末まで閉鎖されると述べた。
          LATIN    | lv | Mērs pirmdien teica, ka tilts pār upi līdz nedēļas beigām netiks atvērts, jo ūdens līmenis ir pārāk augsts. Viņš piebilda: «Мы сделаем всё, что можем».
          OTHER    | ja | 市長は月曜日、Tokyo Bay Bridge は週末まで閉鎖されると述べた。
          """)
  void areToldByNgrams(Script script, String language, String text) {
    assertEquals(script, ScriptDetectors.scriptOf(text));
    assertEquals(Optional.of(language), new OptimaizeLanguageIdentifier().identify(text));
  }

  @Test
  @DisplayName("are not taken for one in Latin letters because of names and menus")
  void mostlyNames() {
    String text = "Home World Sport | 市長は月曜日、Tokyo Bay Bridge は閉鎖されると述べた。";
    assertEquals(Script.OTHER, ScriptDetectors.scriptOf(text));
  }
}
