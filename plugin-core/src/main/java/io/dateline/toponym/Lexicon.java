package io.dateline.toponym;

import io.dateline.language.FunctionWords;
import io.dateline.language.WordHash;
import io.dateline.table.LongTable;
import io.dateline.table.PackReader;
import io.dateline.table.PackWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words that guard and cue places, from the lists beside this class. One table from {@link
 * WordHash} to classes and languages; immutable after loading and shared by all threads. Public for
 * the build, which packs it.
 */
public final class Lexicon {

  /** Where the build puts it, beside this class. */
  public static final String RESOURCE = "lexicon.pack";

  /** Classes of place cues that are prepositions rather than kinds of places. */
  private static final Set<String> LEADING = Set.of("near", "in", "from");

  /** Classes of place cues for places in or near a town. */
  private static final Set<String> PARTS = Set.of("quarter", "district", "village", "camp");

  private static final Pattern LINKED = Pattern.compile("[\\s'’-]+");
  private static final Pattern SPACED = Pattern.compile("[\\s-]+");

  private static final Lexicon BUILT_IN = load();

  /** The row of each word; 0 is the row of all that are no words of ours. */
  private final LongTable rows;

  private long[] classes = new long[1];
  private long[] languages = new long[1];
  private final List<String> languageTags = new ArrayList<>();

  private Lexicon(LongTable rows) {
    this.rows = rows;
  }

  /** The lexicon in the jar. */
  public static Lexicon builtIn() {
    return BUILT_IN;
  }

  /** The classes of a word, as {@link WordClass#bit()}s. */
  long classesOf(long hash) {
    return classes[rows.get(hash)];
  }

  boolean has(long hash, WordClass wordClass) {
    return (classesOf(hash) & wordClass.bit()) != 0;
  }

  /** The languages that have this as one of their function words; see {@link #languageTags}. */
  long functionLanguagesOf(long hash) {
    return languages[rows.get(hash)];
  }

  /** The classes of a word in this language, without those it has in every language. */
  long classesIn(long hash, String language) {
    return classesOf(hash ^ languageSalt(language));
  }

  /** Whether a name is a common word in this language. */
  boolean isCommonWord(long hash, String language) {
    return has(hash, WordClass.NOT_PLACE)
        || has(hash ^ languageSalt(language), WordClass.NOT_PLACE);
  }

  /** Whether the word leads to places in this language. */
  boolean isPreposition(long hash, String language) {
    return has(hash ^ languageSalt(language), WordClass.PREPOSITION);
  }

  /** BCP 47 tags in the order of the bits of {@link #functionLanguagesOf}. */
  List<String> languageTags() {
    return languageTags;
  }

  private static long languageSalt(String language) {
    return WordHash.of(language) * 0x9E3779B97F4A7C15L;
  }

  private void add(long hash, long wordClasses, long languageBits) {
    int row = rows.number(hash);
    if (row >= classes.length) {
      classes = Arrays.copyOf(classes, 2 * row);
      languages = Arrays.copyOf(languages, 2 * row);
    }
    classes[row] |= wordClasses;
    languages[row] |= languageBits;
  }

  private void addWords(String words, WordClass wordClass, long salt) {
    for (String word : words.split("\\|", -1)) {
      String trimmed = word.strip();
      if (!trimmed.isEmpty()) {
        add(WordHash.of(trimmed) ^ salt, wordClass.bit(), 0);
      }
    }
  }

  private void addFunctionWords(String language, List<String> words) {
    int bit = languageTags.size();
    languageTags.add(language);
    for (String word : words) {
      add(WordHash.of(word), WordClass.FUNCTION.bit(), 1L << bit);
    }
  }

  private static Lexicon load() {
    PackReader in = PackReader.open(Lexicon.class, RESOURCE);
    return in == null ? compute() : read(in);
  }

  private static Lexicon read(PackReader in) {
    Lexicon lexicon = new Lexicon(new LongTable(in));
    lexicon.classes = in.longs();
    lexicon.languages = in.longs();
    lexicon.languageTags.addAll(List.of(in.words()));
    return lexicon;
  }

  /** Packs it; {@link #load} reads it. */
  public byte[] toBytes() {
    PackWriter out = new PackWriter();
    rows.write(out);
    out.longs(Arrays.copyOf(classes, rows.size() + 1));
    out.longs(Arrays.copyOf(languages, rows.size() + 1));
    out.words(languageTags.toArray(String[]::new));
    return out.toBytes();
  }

  /** Reads the lists. */
  public static Lexicon compute() {
    Lexicon lexicon = new Lexicon(new LongTable(1 << 15));
    FunctionWords.byLanguage().forEach(lexicon::addFunctionWords);
    WordList.readRows("context-words.tsv", lexicon::addContextWords);
    WordList.readRows("home-words.tsv", row -> lexicon.addWords(row[1], WordClass.HOME_WORD, 0));
    WordList.readRows("given-names.txt", lexicon::addGivenName);
    WordList.readRows("surnames.txt", lexicon::addSurname);
    WordList.readRows("person-titles.tsv", lexicon::addTitles);
    WordList.readRows("organisation-words.tsv", lexicon::addOrganisationWords);
    WordList.readRows("media-names.txt", lexicon::addMediaWord);
    WordList.readRows("calendar.tsv", lexicon::addCalendarWords);
    WordList.readRows("place-cues.tsv", lexicon::addPlaceCue);
    WordList.readRows("not-places.tsv", lexicon::addCommonWords);
    return lexicon;
  }

  private void addTitles(String[] row) {
    if (row.length < 3 || !row[2].equals("after")) {
      addLastWords(row[1], WordClass.TITLE);
    }
  }

  private void addGivenName(String[] row) {
    boolean namesake = row.length > 1 && row[1].equals("famous");
    addWords(row[0], namesake ? WordClass.NAMESAKE : WordClass.GIVEN_NAME, 0);
  }

  /** Where the place is well known too, the name alone decides nothing. */
  private void addSurname(String[] row) {
    if (row.length == 1) {
      addWords(row[0], WordClass.SURNAME, 0);
    }
  }

  private void addOrganisationWords(String[] row) {
    if (row.length > 2 && row[2].equals("before")) {
      addLastWords(row[1], WordClass.ORGANISATION_BEFORE);
    } else {
      addFirstWords(row[1], WordClass.ORGANISATION_AFTER);
    }
  }

  private void addMediaWord(String[] row) {
    if (row[0].startsWith("before:")) {
      addLastWords(row[0].substring("before:".length()), WordClass.MEDIA_BEFORE);
    } else {
      addFirstWords(row[0], WordClass.MEDIA);
    }
  }

  private void addCalendarWords(String[] row) {
    addWords(row[2], WordClass.CALENDAR, 0);
  }

  private void addPlaceCue(String[] row) {
    if (PARTS.contains(row[3])) {
      addLastWords(row[1], WordClass.PART_CUE);
      if (row[3].equals("quarter")) {
        addLastWords(row[1], WordClass.QUARTER_CUE);
      }
    }
    if (row[2].equals("after")) {
      addFirstWords(row[1], WordClass.CUE_AFTER);
    } else if (LEADING.contains(row[3]) && nearestWord(row[1]).equals(row[1])) {
      addWords(row[1], WordClass.PREPOSITION, languageSalt(row[0]));
    } else {
      addLastWords(row[1], WordClass.CUE_BEFORE);
    }
  }

  private void addCommonWords(String[] row) {
    boolean famous = row.length > 2 && row[2].equals("famous");
    WordClass wordClass = famous ? WordClass.FAMOUS_WORD : WordClass.NOT_PLACE;
    addWords(row[1], wordClass, row[0].equals("*") ? 0 : languageSalt(row[0]));
  }

  private void addLastWords(String phrases, WordClass wordClass) {
    for (String phrase : phrases.split("\\|", -1)) {
      addWords(nearestWord(phrase), wordClass, 0);
    }
  }

  /** Of a phrase that stands before a name, the word next to the name, articles and "of" aside. */
  private String nearestWord(String phrase) {
    String[] words = LINKED.split(phrase.strip(), -1);
    int last = words.length - 1;
    while (last > 0 && isLink(words[last])) {
      last--;
    }
    return words[last].length() > 1 ? words[last] : "";
  }

  private boolean isLink(String word) {
    long hash = WordHash.of(word);
    return has(hash, WordClass.OF) || (word.length() <= 3 && has(hash, WordClass.FUNCTION));
  }

  /** Of a phrase that stands after a name, the word next to the name. */
  private void addFirstWords(String phrases, WordClass wordClass) {
    for (String phrase : phrases.split("\\|", -1)) {
      addWords(SPACED.split(phrase.strip(), 2)[0], wordClass, 0);
    }
  }

  private void addContextWords(String[] row) {
    if (row[0].equals("preposition")) {
      addWords(row[2], WordClass.PREPOSITION, languageSalt(row[1]));
    } else {
      addWords(row[2], WordClass.valueOf(row[0].toUpperCase(Locale.ROOT).replace('-', '_')), 0);
    }
  }
}
