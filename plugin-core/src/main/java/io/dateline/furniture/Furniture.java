package io.dateline.furniture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the standing lines around a story, in any of the languages that have a file in {@code
 * resources/io/dateline/furniture}. Every method takes one line or paragraph and answers empty when
 * it is something else; none looks further than a few hundred characters, and each is linear.
 *
 * <p>Immutable and safe to share; making one is cheap.
 *
 * <pre>{@code
 * Furniture furniture = Furniture.of("en-GB");
 * furniture.byline("By Jane Doe and John Roe").ifPresent(b -> System.out.println(b.names()));
 * furniture.dateline("KAMPALA, Uganda — The ...").ifPresent(d -> System.out.println(d.place()));
 * }</pre>
 */
public final class Furniture {

  /** Signs that part what shares one line. */
  private static final String BARS = "|•·";

  private static final int MAX_SHARED = 160;
  private static final int MAX_PARTS = 5;
  private static final int MAX_PART_WORDS = 6;

  private final TimestampReader timestamps;
  private final BylineReader bylines;
  private final DatelineReader datelines;
  private final PrintNoticeReader printNotices;
  private final CreditReader credits;
  private final RecentLines lines;

  private Furniture(DateOrder order, String language, RecentLines lines) {
    this.lines = lines;
    timestamps = new TimestampReader(order, language, lines);
    bylines = new BylineReader(order, language, lines);
    datelines = new DatelineReader(order, language, lines);
    printNotices = new PrintNoticeReader(order, language, lines);
    credits = new CreditReader(lines);
  }

  /**
   * Recognisers for pages in a language. Words of all languages are known in any case; the language
   * settles what is written alike and in which order day and month stand.
   *
   * @param language BCP 47 tag such as {@code "en-GB"}; empty when unknown
   */
  public static Furniture of(String language) {
    return of(language, DateOrder.of(language));
  }

  /** Recognisers with an order of day and month that is known better than the language tells. */
  public static Furniture of(String language, DateOrder order) {
    return new Furniture(order, primary(language), new RecentLines());
  }

  /** The same for another language; lines that these have read need not be taken apart again. */
  public Furniture in(String language, DateOrder order) {
    return new Furniture(order, primary(language), lines);
  }

  private static String primary(String language) {
    return Locale.forLanguageTag(language.replace('_', '-')).getLanguage();
  }

  /** Dates in a text, in order; relative ones ("2 hours ago") have no value. */
  public List<DateMention> dates(String text) {
    return timestamps.dates(text);
  }

  /** Whether a text has any word that calls a date one of publication; cheaper than its dates. */
  public boolean mayPublish(String text) {
    return (lines.of(text).cues() & Lexicon.bit(Cue.PUBLISHED)) != 0;
  }

  /** The line says when the story was published or updated, and nothing else. */
  public Optional<Timestamp> timestamp(String line) {
    Optional<Timestamp> whole = timestamps.line(line);
    if (whole.isPresent()) {
      return whole;
    }
    List<String> parts = parts(line);
    if (parts.isEmpty()) {
      return whole;
    }
    boolean shared =
        parts.stream().allMatch(part -> isShort(part) || timestamps.line(part).isPresent());
    return shared && parts.stream().anyMatch(part -> hasDate(timestamps.line(part)))
        ? Optional.of(new Timestamp(timestamps.dates(line), DateMention.Role.UNSAID))
        : Optional.empty();
  }

  /** "Wednesday, 6 May 2026 12:44 | By Jane Doe | Economy": what bars part stands by itself. */
  private static List<String> parts(String line) {
    if (line.length() > MAX_SHARED || !hasBar(line)) {
      return List.of();
    }
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= line.length(); i++) {
      if (i == line.length() || BARS.indexOf(line.charAt(i)) >= 0) {
        String part = line.substring(from, i).strip();
        if (!part.isEmpty()) {
          parts.add(part);
        }
        from = i + 1;
      }
    }
    return parts.size() <= MAX_PARTS ? parts : List.of();
  }

  private static boolean hasBar(String line) {
    for (int i = 0; i < BARS.length(); i++) {
      if (line.indexOf(BARS.charAt(i)) > 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean isShort(String part) {
    return Tokens.of(part).words() <= MAX_PART_WORDS;
  }

  private static boolean hasDate(Optional<Timestamp> timestamp) {
    return timestamp.isPresent() && !timestamp.get().dates().isEmpty();
  }

  /** What a date behind this text is the date of: {@code "Last updated on"}. */
  public static DateMention.Role label(String text) {
    return TimestampReader.label(text);
  }

  /** The line says who wrote the story; a date behind the names is allowed. */
  public Optional<Byline> byline(String line) {
    Optional<Byline> whole = bylines.read(line);
    if (whole.isPresent()) {
      return whole;
    }
    for (String part : parts(line)) {
      Optional<Byline> byline = bylines.read(part);
      if (byline.isPresent()) {
        return byline;
      }
    }
    return Optional.empty();
  }

  /** Splits a list of authors, as in metadata, into persons and organisations. */
  public static Byline authors(String list) {
    NameReader.Names names = NameReader.read(list);
    return new Byline(names.persons(), names.organisations());
  }

  /** The text is one person's first and last name and nothing else, as far as spelling tells. */
  public static boolean isFullName(String text) {
    return NameReader.isFullName(text);
  }

  /** The line is nothing but a dateline: {@code "Paris - Agencies"}. */
  public Optional<Dateline> datelineLine(String line) {
    return datelines.line(line);
  }

  /** The dateline at the start of a paragraph. */
  public Optional<Dateline> dateline(String paragraph) {
    return datelines.leading(paragraph);
  }

  /** The line is nothing but a credit: {@code "Photo: Jane Doe/AP"}, {@code "Source: Agencies"}. */
  public Optional<Credit> credit(String line) {
    return credits.line(line);
  }

  /**
   * The credit at the end of a paragraph or caption: {@code "(AFP PHOTO/STR)"}, {@code "— dpa"}.
   */
  public Optional<Credit> trailingCredit(String paragraph) {
    return credits.trailing(paragraph);
  }

  /** The agency that a sentence reports for: {@code "…, AFP reports."} */
  public Optional<String> reportingAgency(String paragraph) {
    return AgencyReport.read(paragraph);
  }

  /** As {@link #agency(String)}, for a line about which other things are asked, too. */
  public @Nullable String agencyOf(String line) {
    return Agencies.whole(lines.of(line));
  }

  /** The agency that a line names, and nothing else. */
  public static @Nullable String agency(String line) {
    return Agencies.whole(Tokens.of(line));
  }

  /** The name ends like a registered company's: "… GmbH", "… Ltd". */
  public static boolean isCompany(String name) {
    Tokens tokens = Tokens.of(name);
    for (int i = 1; i < tokens.size(); i++) {
      if (Lexicon.get().is(tokens, i, Cue.COMPANY)) {
        return true;
      }
    }
    return false;
  }

  /** The line says in which printed paper the story stood. */
  public Optional<PrintNotice> printNotice(String line) {
    return printNotices.read(line);
  }

  /** The line is a usual section label: {@code "Middle East"}, {@code "Политика"}. */
  public Optional<String> section(String line) {
    return SectionReader.section(line);
  }

  /** The parts of a breadcrumb such as {@code "Home > World > Asia"}; empty when it is none. */
  public List<String> breadcrumb(String line) {
    return SectionReader.breadcrumb(line);
  }
}
