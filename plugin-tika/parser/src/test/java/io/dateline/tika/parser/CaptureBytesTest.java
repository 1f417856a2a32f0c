package io.dateline.tika.parser;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.dateline.capture.Provenance;
import io.dateline.markup.MarkupTree;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CaptureBytesTest {

  private static final String TEXT = "Đakovo, Žužemberk \uD83C\uDF0A";

  static Stream<Arguments> marks() {
    return Stream.of(
        arguments("", "UTF-8", UTF_8),
        arguments("EFBBBF", "UTF-8", ISO_8859_1),
        arguments("FEFF", "UTF-16BE", UTF_8),
        arguments("FFFE", "UTF-16LE", UTF_8),
        arguments("0000FEFF", "UTF-32BE", UTF_8),
        arguments("FFFE0000", "UTF-32LE", UTF_8));
  }

  @ParameterizedTest
  @MethodSource("marks")
  void letsAByteOrderMarkOverruleTheCharset(String mark, String written, Charset declared)
      throws IOException {
    ByteArrayOutputStream capture = new ByteArrayOutputStream();
    capture.write(HexFormat.of().parseHex(mark));
    capture.write(("<p>" + TEXT + "</p>").getBytes(Charset.forName(written)));

    assertEquals(TEXT, text(capture.toByteArray(), declared));
    assertEquals(TEXT, stockText(capture.toByteArray(), declared));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void readsBrokenBytesAsTheStockParserDoes(byte[] capture) throws IOException {
    assertEquals(stockText(capture, UTF_8), text(capture, UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "daños y sustos, UTF-8, false",
    "daños y más sustos, UTF-8, true",
    "the harbour’s end, UTF-8, true",
    "daños y más sustos, ISO-8859-1, false",
    "Spaß» sagte sie, ISO-8859-1, false",
    "no accent at all, UTF-8, false",
  })
  void knowsUtf8ByTwoCharactersOrOneLongOne(String text, String written, boolean certain)
      throws IOException {
    byte[] bytes = text.getBytes(Charset.forName(written));

    CaptureBytes capture = CaptureBytes.read(new ByteArrayInputStream(bytes), 1000);

    assertEquals(certain, capture.isLikelyUtf8());
  }

  static Stream<byte[]> broken() {
    return Stream.of("61FF62", "C3", "EDA0BD", "F09F8C", "FF", "EFBB61", "00006161", "E280")
        .map(HexFormat.of()::parseHex);
  }

  private static String text(byte[] capture, Charset charset) throws IOException {
    MarkupTree tree =
        CaptureBytes.read(new ByteArrayInputStream(capture), 1_000)
            .page(charset, Provenance.unknown())
            .tree();
    return tree.wholeText(tree.body());
  }

  private static String stockText(byte[] capture, Charset charset) throws IOException {
    return Jsoup.parse(new ByteArrayInputStream(capture), charset.name(), "").body().wholeText();
  }
}
