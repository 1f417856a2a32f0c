package io.dateline.article;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dateline.capture.CapturedPage;
import io.dateline.capture.ClaimTopic;
import io.dateline.capture.HtmlCapture;
import io.dateline.capture.PageClaims;
import io.dateline.furniture.DateMention;
import io.dateline.furniture.Dateline;
import io.dateline.furniture.Furniture;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** In Turkish "I" is no capital "i", and numbers may format in other digits: nothing may depend. */
@DisplayName("On a machine set to Turkish")
class TurkishLocaleTest {

  private static final Locale BEFORE = Locale.getDefault();

  @BeforeAll
  static void setTurkish() {
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
  }

  @AfterAll
  static void restore() {
    Locale.setDefault(BEFORE);
  }

  @Test
  void readsCapitalI() {
    Furniture furniture = Furniture.of("en-US");

    assertEquals(
        List.of("IAN IRVING"), furniture.byline("WRITTEN BY IAN IRVING").orElseThrow().names());
    assertEquals("2020-07-03", furniture.dates("JULY 3, 2020").get(0).iso());
    assertEquals("2020-04-03T15:15", furniture.dates("FRI, APRIL 3, 2020 AT 3:15 PM").get(0).iso());
    assertEquals(
        DateMention.Role.PUBLISHED, furniture.dates("PUBLISHED MAY 3, 2020").get(0).role());
    Dateline dateline = furniture.dateline("İZMİR/DELHI (REUTERS) - It opened.").orElseThrow();
    assertEquals("İZMİR/DELHI", dateline.place());
    assertEquals("Reuters", dateline.agency());
  }

  @Test
  void readsTurkishItself() {
    Furniture furniture = Furniture.of("tr");

    assertEquals("2020-08-03T10:30", furniture.dates("3 AĞUSTOS 2020 10:30").get(0).iso());
    assertEquals("2020-11-03", furniture.dates("3 Kasım 2020").get(0).iso());
    assertEquals("2020-11-03", furniture.dates("3 KASIM 2020").get(0).iso());
    assertEquals("2020-04-03", furniture.dates("3 NİSAN 2020").get(0).iso());
  }

  @Test
  void readsMarkupNamesInCapitals() {
    PageClaims claims =
        CapturedPage.of(
                HtmlCapture.of(
                    "<META PROPERTY='OG:TITLE' CONTENT='Bridge'>"
                        + "<META NAME='DC.DATE.ISSUED' CONTENT='2020-05-03'>"))
            .claims();

    assertEquals("Bridge", claims.first(ClaimTopic.HEADLINE).orElseThrow());
    assertEquals("2020-05-03", claims.first(ClaimTopic.DATE_PUBLISHED).orElseThrow());
  }
}
