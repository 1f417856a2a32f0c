package io.dateline.toponym;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dateline.gazetteer.Gazetteer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The publisher's home")
class PublisherHomeTest {

  private static final Geotagger GEOTAGGER =
      new Geotagger(Gazetteer.builtIn(), GeotagOptions.defaults());

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          The bridge in Newcastle stays closed., https://www.example.com.au/a, -, AU.New South Wales
          The bridge in Cambridge stays closed., https://example.co.uk/a,      -, GB.England
          The market in Hamilton opens at noon., https://paper.example.nz/a,   -, NZ.Waikato Region
          The market in Hamilton opens at noon., https://paper.example.ca?a,   -, CA.Ontario
          The mayor of Springfield has resigned., -, The Illinois Messenger,      US.Illinois
          The mayor of Springfield has resigned., -, Western Missouri Messenger,  US.Missouri
          The bridge in Cambridge stays closed.,  -, The Boston Messenger,        US.Massachusetts
          The mayor of Paris has resigned.,       -, New York Messenger,          FR.Île-de-France
          The mayor of Paris has resigned.,       -, -,                           FR.Île-de-France
          """)
  void decidesBetweenNamesakes(String text, String url, String publisher, String home) {
    Geotags tags = GEOTAGGER.geotag(new Story(text, null, null, publisher, "en", url));

    ResolvedPlace place = tags.places().get(0);
    assertEquals(home, place.countryCode() + "." + place.admin1());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          https://www.example.co.uk/a/b.html, GB
          http://example.de:8080,             DE
          example.fr,                         FR
          https://example.com/story.de,       -
          https://example.tv/,                -
          https://example.com.co/,            CO
          localhost,                          -
          '',                                 -
          """)
  void readsTheCountryOfAnAddress(String url, String country) {
    assertEquals(country, WebAddress.country(url));
  }

  @ParameterizedTest
  @CsvSource({"Springfield Globe", "The Ohio Messenger"})
  void isNoPlaceOfTheStory(String publisher) {
    Geotags tags =
        GEOTAGGER.geotag(new Story("Nothing happened here.", null, null, publisher, "en", null));

    assertEquals(0, tags.places().size());
  }
}
