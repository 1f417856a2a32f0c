package io.dateline.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Function words settle the language of ordinary running text")
class FunctionWordsTest {

  private static final String ENGLISH =
      "The ferry was late on Monday because the river had risen again, and the people who were"
          + " waiting for it said that they had not been told when it would come. It was the third"
          + " time in a month that this had happened, and some of them went home.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          de | Die Fähre kam am Montag zu spät, weil der Fluss wieder gestiegen war, und die Leute, die auf sie warteten, sagten, dass man ihnen nicht gesagt hat, wann sie kommt. Es war das dritte Mal in einem Monat, dass so etwas auf der Strecke vorkam, und nicht alle haben gewartet.
          fr | Le bac est arrivé en retard lundi parce que le fleuve avait encore monté, et les gens qui l'attendaient sur la rive ont dit que la mairie ne les avait pas prévenus. C'est la troisième fois dans le mois que cela arrive, et il y a plus de monde à chaque fois pour se plaindre.
          it | Il traghetto è arrivato in ritardo lunedì perché il fiume era salito di nuovo, e la gente che lo aspettava sulla riva ha detto che non era stata avvisata del ritardo. È la terza volta in un mese che questo si ripete, e alcuni sono tornati a casa con i bambini nel buio della sera, ma non tutti.
          ar | وصلت العبارة متأخرة يوم الاثنين بعد أن ارتفع منسوب النهر من جديد، وقال الناس الذين كانوا على الضفة إن هذا هو التأخير الثالث في شهر، وإن ما قيل لهم عن الموعد لم يكن صحيحا، كما أن بعض هؤلاء عاد إلى البيت مع أطفاله قبل أن تأتي العبارة في المساء من الجانب الآخر
          """)
  void decidesWhatHasNoKin(String language, String text) {
    assertEquals(Optional.of(language), FunctionWords.decide(text));
  }

  @Test
  void decidesEnglish() {
    assertEquals(Optional.of("en"), FunctionWords.decide(ENGLISH));
  }

  @Test
  void leavesNorwegianAndDanishOpen() {
    String text =
        "Fergen kom for sent på mandag fordi vannet i elven var steget igjen, og de som ventet på den"
            + " sa at det ikke var noen som hadde sagt fra om det. Det er tredje gang på en måned at"
            + " det har skjedd, og flere av dem gikk hjem etter en time med barna sine.";

    assertEquals(Optional.empty(), FunctionWords.decide(text));
  }

  @Test
  void leavesTextInTwoLanguagesOpen() {
    String german =
        "Die Fähre kam zu spät, weil der Fluss gestiegen war, und die Leute sagten, dass man ihnen"
            + " nicht gesagt hat, wann sie kommt, und dass es das dritte Mal in einem Monat ist, dass"
            + " so etwas auf der Strecke vorkommt und sie nach einer Stunde zu Fuß gehen.";

    assertEquals(Optional.empty(), FunctionWords.decide(ENGLISH + "\n\n" + german));
  }

  @Test
  void leavesListsOfNamesOpen() {
    assertEquals(
        Optional.empty(),
        FunctionWords.decide("Nairobi Mombasa Kisumu Nakuru Eldoret Malindi Thika. ".repeat(10)));
  }

  @Test
  void leavesShortTextOpen() {
    assertEquals(Optional.empty(), FunctionWords.decide("The ferry was late on Monday."));
  }
}
