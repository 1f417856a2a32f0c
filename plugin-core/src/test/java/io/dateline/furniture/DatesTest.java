package io.dateline.furniture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Dates in visible text")
class DatesTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '\0',
      textBlock =
          """
          en-US => Published on March 4, 2019 at 3:15 pm => 2019-03-04T15:15
          en-US => 03/04/2019 => 2019-03-04
          en-GB => 03/04/2019 => 2019-04-03
          en-US => 25/04/2019 => 2019-04-25
          en => Sept. 9th, 2021, 11:20 a.m. ET => 2021-09-09T11:20-04:00
          en => Dec 9 2021 11:20 AM EST => 2021-12-09T11:20-05:00
          en => 10:30 GMT, 20 November 2013 => 2013-11-20T10:30Z
          en => Wednesday 20 Nov 2013 06.45 UTC => 2013-11-20T06:45Z
          en => 2013-11-20T08:15:00+02:00 => 2013-11-20T08:15+02:00
          en => 2013/11/20 => 2013-11-20
          en => 20-Nov-13 => 2013-11-20
          en => the 1st of May 2015 => 2015-05-01
          th => 9 กันยายน 2568 เวลา 14:20 น. => 2025-09-09T14:20
          th => 3 มี.ค. 2566 => 2023-03-03
          am => የካቲት 26፣ 2018 ዓ.ም => 2026-03-05
          am => ጳጉሜን 6፣ 2015 => 2023-09-11
          am => መስከረም 1፣ 2017 => 2024-09-11
          bn => প্রকাশ: ০৮ এপ্রিল ২০২৬, ২০: ১৫ => 2026-04-08T20:15
          ur => 21 مئی 2026 => 2026-05-21
          hr => 25. veljače 2026. u 8:05 => 2026-02-25T08:05
          hr => 3. listopada 2021. => 2021-10-03
          sw => Jumanne, Machi 17, 2026 09:50 => 2026-03-17T09:50
          ha => 22 Afirilu 2026, 12:10 => 2026-04-22T12:10
          so => 3 Maajo 2026 => 2026-05-03
          ms => 6 Ogos 2024 => 2024-08-06
          fil => Hunyo 12, 2023 => 2023-06-12
          ar => نشر في 20 تشرين الثاني 2013 => 2013-11-20
          ar => ٢٠ نوفمبر ٢٠١٣ => 2013-11-20
          ar => الأربعاء 7 شباط/فبراير 2018 الساعة 14:05 => 2018-02-07T14:05
          ar => 12 جويلية 2022 => 2022-07-12
          ar => 3 غشت 2020 => 2020-08-03
          ar => 03/04/2019 => 2019-04-03
          ar => 5 أيلول 2012، 03:20 م => 2012-09-05T15:20
          ar => 6 كانون الثاني 2015 => 2015-01-06
          ar => 6 آذار 2015 => 2015-03-06
          ar => 6 نيسان 2015 => 2015-04-06
          ar => 6 أيار 2015 => 2015-05-06
          ar => 6 حزيران 2015 => 2015-06-06
          ar => 6 تموز 2015 => 2015-07-06
          ar => 6 آب 2015 => 2015-08-06
          ar => 6 تشرين الأول 2015 => 2015-10-06
          ar => 6 كانون الأول 2015 => 2015-12-06
          ar => الاثنين 6 أبريل 2015 => 2015-04-06
          ar => 6 يونيو 2015 => 2015-06-06
          ar => 6 أغسطس 2015 => 2015-08-06
          ar => 6 جانفي 2015 => 2015-01-06
          ar => 6 فيفري 2015 => 2015-02-06
          ar => 6 أفريل 2015 => 2015-04-06
          ar => 6 ماي 2015 => 2015-05-06
          ar => 6 جوان 2015 => 2015-06-06
          ar => 6 أوت 2015 => 2015-08-06
          ar => 6 يوليوز 2015 => 2015-07-06
          ar => 6 شتنبر 2015 => 2015-09-06
          ar => 6 نونبر 2015 => 2015-11-06
          ar => 6 دجنبر 2015 => 2015-12-06
          ru => 5 января 2015 => 2015-01-05
          ru => 5 марта 2015 => 2015-03-05
          ru => 5 апреля 2015 => 2015-04-05
          ru => 5 мая 2015 => 2015-05-05
          ru => 5 июня 2015 => 2015-06-05
          ru => 5 июля 2015 => 2015-07-05
          ru => 5 августа 2015 => 2015-08-05
          ru => 5 сентября 2015 => 2015-09-05
          ru => 5 октября 2015 => 2015-10-05
          ru => 5 ноября 2015 => 2015-11-05
          ru => 5 декабря 2015 => 2015-12-05
          ru => 07 февраля 2013, 12:03 => 2013-02-07T12:03
          ru => 12:03, 7 фев. 2013 г. => 2013-02-07T12:03
          ru => 07.02.2013 в 12:03 МСК => 2013-02-07T12:03+03:00
          fr => Publié le 1er mai 2020 à 10h30 => 2020-05-01T10:30
          fr => mercredi 20 novembre 2013 => 2013-11-20
          fr => 20/11/2013 à 8h => 2013-11-20T08:00
          es => 20 de noviembre de 2013, a las 10:30 h => 2013-11-20T10:30
          es => miércoles, 5 de setiembre del 2012 => 2012-09-05
          de => Stand: 20.11.2013, 10.30 Uhr => 2013-11-20T10:30
          de => 3. März 2021 um 08:05 Uhr => 2021-03-03T08:05
          de => 5. Jänner 2021 => 2021-01-05
          pt => 5 de março de 2020 às 14h07 => 2020-03-05T14:07
          pt => 05/03/2020 14h07 => 2020-03-05T14:07
          tr => 20 Kasım 2013 Çarşamba, Saat 10:30 => 2013-11-20T10:30
          tr => 5 Şubat 2019 - 09:07 => 2019-02-05T09:07
          tr => 3 ağustos 2019 => 2019-08-03
          zh => 2013年11月20日 08:15 => 2013-11-20T08:15
          zh => 2013年11月20日（星期三）下午3点15分 => 2013-11-20T15:15
          zh => 发布时间：2013-11-20 08:15:30 => 2013-11-20T08:15:30
          ja => 2013年11月20日 午後3時15分 => 2013-11-20T15:15
          ja => 2013/11/20 8:15 => 2013-11-20T08:15
          ko => 입력 2013.11.20. 오후 3:15 => 2013-11-20T15:15
          ko => 2013년 11월 20일 => 2013-11-20
          it => 20 novembre 2013 alle ore 10:30 => 2013-11-20T10:30
          nl => 20 november 2013 om 10:30 uur => 2013-11-20T10:30
          nl => 3 maart 2013 => 2013-03-03
          pl => 20 listopada 2013, godz. 10:30 => 2013-11-20T10:30
          pl => 3 września 2013 r. => 2013-09-03
          uk => 20 листопада 2013, 10:30 => 2013-11-20T10:30
          cs => 3. září 2013 v 10:30 => 2013-09-03T10:30
          hu => 2013. november 20. 10:30 => 2013-11-20T10:30
          ro => 20 noiembrie 2013, ora 10:30 => 2013-11-20T10:30
          el => 20 Νοεμβρίου 2013, 10:30 => 2013-11-20T10:30
          he => 20 בנובמבר 2013 => 2013-11-20
          hi => 20 नवंबर 2013 => 2013-11-20
          id => Rabu, 20 Mei 2015 10:30 WIB => 2015-05-20T10:30+07:00
          sv => den 20 maj 2015 kl. 10.30 => 2015-05-20T10:30
          no => 20. mai 2015 kl. 10:30 => 2015-05-20T10:30
          da => 20. maj 2015 kl. 10.30 => 2015-05-20T10:30
          fi => 20. toukokuuta 2015 klo 10.30 => 2015-05-20T10:30
          fa => ۲۹ آبان ۱۴۰۳ => 2024-11-19
          fa => ۱۴۰۰/۰۱/۰۱ => 2021-03-21
          fa => 30 اسفند 1403 => 2025-03-20
          """)
  void readsDate(String language, String line, String iso) {
    List<DateMention> dates = Furniture.of(language).dates(line);

    assertEquals(1, dates.size(), dates::toString);
    assertEquals(iso, dates.get(0).iso());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '\0',
      textBlock =
          """
          en => 2 hours ago
          fr => il y a 2 heures
          de => vor 5 Minuten
          es => hace 3 días
          ru => 2 часа назад
          ar => منذ 3 ساعات
          ar => منذ ساعتين
          zh => 3小时前
          tr => 2 saat önce
          pt => há 2 horas
          it => 2 ore fa
          ja => 3時間前
          ko => 3시간 전
          en => 03/04/2019
          en => 20 November
          """)
  void isTimestampWithoutValue(String language, String line) {
    List<DateMention> dates = Furniture.of(language).timestamp(line).orElseThrow().dates();

    assertEquals(1, dates.size());
    assertEquals(null, dates.get(0).iso());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '\0',
      nullValues = "-",
      textBlock =
          """
          Updated: 4 May 2020 => - => 2020-05-04
          3 May 2020 - Updated 4 May 2020 => 2020-05-03 => 2020-05-04
          3 May 2020 (updated: 4 May 2020) => 2020-05-03 => 2020-05-04
          3 May 2020 published, 4 May 2020 updated => 2020-05-03 => 2020-05-04
          Published 3 May 2020, last updated on 4 May 2020 => 2020-05-03 => 2020-05-04
          Updated 10:30 GMT, May 4, 2020 => - => 2020-05-04T10:30Z
          Опубликовано: 3 мая 2020, обновлено: 4 мая 2020 => 2020-05-03 => 2020-05-04
          Veröffentlicht am 3. Mai 2020 | Aktualisiert am 4. Mai 2020 => 2020-05-03 => 2020-05-04
          Publié le 3 mai 2020 à 10:30, mis à jour le 4 mai 2020 à 8:00 => 2020-05-03T10:30 => 2020-05-04T08:00
          입력 2020.05.03. 오후 3:15 수정 2020.05.04. 오전 9:01 => 2020-05-03T15:15 => 2020-05-04T09:01
          آخر تحديث: 4 مايو 2020 => - => 2020-05-04
          Giriş: 3 Mayıs 2020 10:30 Güncelleme: 4 Mayıs 2020 11:00 => 2020-05-03T10:30 => 2020-05-04T11:00
          05 maggio 2020 Aggiornato alle 16:01 => 2020-05-05 => -
          May 3, 2020, updated 10:30 am => 2020-05-03 => -
          2020年5月3日 公開 / 2020年5月4日 更新 => 2020-05-03 => 2020-05-04
          """)
  void tellsUpdateFromPublication(String line, String published, String updated) {
    Timestamp timestamp = Furniture.of("").timestamp(line).orElseThrow();

    assertEquals(published, timestamp.published().map(DateMention::iso).orElse(null));
    assertEquals(updated, timestamp.updated().map(DateMention::iso).orElse(null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The march of 20 years of peace ended on 20 November 2013 when the harbour burned down",
        "Version 1.2.13 of the program",
        "Call 03-12-44-91 now",
        "The council met on 3 May 2020 to vote.",
        "31/02/2020 was never a day",
        "May we ask 3 questions?",
        "Harbour",
        "",
      })
  void isNoTimestamp(String line) {
    assertTrue(Furniture.of("en-GB").timestamp(line).isEmpty());
  }

  @Test
  void findsDateGluedToHeadline() {
    String line = "Harbour town votes on new bridge 07 февраля 2013, 12:03";

    DateMention date = Furniture.of("en").dates(line).get(0);

    assertEquals("2013-02-07T12:03", date.iso());
    assertEquals("Harbour town votes on new bridge ", line.substring(0, date.start()));
    assertEquals(line.length(), date.end());
  }

  @Test
  void offsetsCountUtf16Units() {
    String line = "🚢 Le cafe\u0301 rouvre – 3 mai 2020 !";

    DateMention date = Furniture.of("fr").dates(line).get(0);

    assertEquals("3 mai 2020", line.substring(date.start(), date.end()));
  }

  @Test
  void labelAloneSaysWhatTheNextLineDates() {
    Timestamp label = Furniture.of("en").timestamp("Last updated:").orElseThrow();

    assertEquals(DateMention.Role.UPDATED, label.role());
    assertFalse(label.published().isPresent());
  }
}
