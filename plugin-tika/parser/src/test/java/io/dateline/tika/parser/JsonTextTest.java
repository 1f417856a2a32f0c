package io.dateline.tika.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("JSON text")
class JsonTextTest {

  @Test
  void putsCommasBetweenMembersOnly() {
    JsonText json = new JsonText(0);

    json.startObject();
    json.field("a", "[");
    json.field("none", (String) null);
    json.startArray("b");
    json.value("x");
    json.value("{");
    json.startObject();
    json.endObject();
    json.startObject();
    json.field("c", 1);
    json.field("d", 2);
    json.endObject();
    json.endArray();
    json.startObject("e");
    json.endObject();
    json.endObject();

    assertEquals("{'a':'[','b':['x','{',{},{'c':1,'d':2}],'e':{}}", quoted(json));
  }

  @Test
  void escapesWhatStringsMayNotHold() {
    JsonText json = new JsonText(0);

    json.value("\"a\\b/\u0000\u001f\b\t\n\f\r\u007f");

    assertEquals("\"\\\"a\\\\b/\\u0000\\u001F\\b\\t\\n\\f\\r\u007f\"", json.toString());
  }

  @Test
  void leavesOtherLettersAsTheyAre() {
    JsonText json = new JsonText(0);

    json.value("Gro\u00df, \u6771\u4eac, \ud83d\ude00, half \ud83d");

    assertEquals("\"Gro\u00df, \u6771\u4eac, \ud83d\ude00, half \ud83d\"", json.toString());
  }

  @Test
  void growsWithLongTextFullOfEscapes() {
    JsonText json = new JsonText(0);

    json.value("\u0001\n".repeat(5_000));

    assertEquals("\"" + "\\u0001\\n".repeat(5_000) + "\"", json.toString());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7, 10, 2_988_507, Integer.MAX_VALUE, -1, -90, Integer.MIN_VALUE})
  void writesWholeNumbers(int number) {
    assertEquals("{\"n\":" + number, written(number));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          0,            0.0
          -0.0,         -0.0
          1,            1.0
          -75,          -75.0
          0.5,          0.5
          52.37403,     52.37403
          -0.12574,     -0.12574
          179.99999,    179.99999
          0.002,        0.002
          0.0009,       9.0E-4
          1.0E-4,       1.0E-4
          -1.0E-5,      -1.0E-5
          0.123456789,  0.123456789
          9999999.5,    9999999.5
          12345678,     1.2345678E7
          """)
  void writesTheShortestFormOfNumbers(double number, String expected) {
    assertEquals("{\"n\":" + expected, written(number));
  }

  @Test
  void agreesWithTheJdkOnAllCoordinates() {
    Random random = new Random(7);

    for (int i = 0; i < 200_000; i++) {
      double degrees = (random.nextInt(36_000_000) - 18_000_000) / 1e5;
      double confidence = Math.round(random.nextDouble() * 10_000) / 10_000.0;

      assertEquals("{\"n\":" + degrees, written(degrees));
      assertEquals(confidence, Double.parseDouble(written(confidence).substring(5)));
    }
  }

  private static String written(double number) {
    JsonText json = new JsonText(0);
    json.startObject();
    json.field("n", number);
    return json.toString();
  }

  private static String written(int number) {
    JsonText json = new JsonText(0);
    json.startObject();
    json.field("n", number);
    return json.toString();
  }

  private static String quoted(JsonText json) {
    return json.toString().replace('"', '\'');
  }
}
