package io.dateline.article;

import io.dateline.LanguageIdentifier;
import io.dateline.Meter;
import io.dateline.boilerplate.BlockKind;
import io.dateline.boilerplate.JudgedBlock;
import io.dateline.boilerplate.Judgement;
import io.dateline.capture.CapturedPage;
import io.dateline.capture.Claim;
import io.dateline.capture.ClaimSource;
import io.dateline.capture.ClaimTopic;
import io.dateline.capture.PageClaims;
import io.dateline.furniture.Byline;
import io.dateline.furniture.Credit;
import io.dateline.furniture.DateMention;
import io.dateline.furniture.DateOrder;
import io.dateline.furniture.Dateline;
import io.dateline.furniture.Furniture;
import io.dateline.furniture.PrintNotice;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the article's fields and body from a judged page. What the page claims in markup goes
 * before what stands in its text; what cannot be so (a day to come, an organisation as a person) is
 * left out. Immutable, safe to share.
 */
public final class ArticleReader {

  /** Characters; more of them settle a language no better. */
  private static final int SAMPLE = 4000;

  private final LanguageChooser languages;
  private final Clock clock;

  /**
   * @param languageIdentifier checks what a page says about its language
   */
  public ArticleReader(LanguageIdentifier languageIdentifier) {
    this(languageIdentifier, Clock.systemUTC());
  }

  ArticleReader(LanguageIdentifier languageIdentifier, Clock clock) {
    this.languages = new LanguageChooser(languageIdentifier);
    this.clock = clock;
  }

  /** Reads a judged page. */
  public Article read(CapturedPage page, Judgement judgement) {
    return read(page, judgement, Meter.unlimited());
  }

  /** Reads a judged page within a budget. */
  public Article read(CapturedPage page, Judgement judgement, Meter meter) {
    PageClaims claims = page.claims();
    List<JudgedBlock> blocks = judgement.blocks();
    PageAddress address = PageAddress.of(page);
    String language = languages.choose(page, sample(blocks));
    String tag = language == null ? LanguageChooser.claimed(page) : language;
    Furniture furniture = judgement.furniture().in(tag, order(tag, address, judgement));

    meter.look(); // each of the steps reads every block's first few hundred characters

    List<String> siteNames = new ArrayList<>(claims.values(ClaimTopic.SITE_NAME));
    siteNames.addAll(claims.values(ClaimTopic.PUBLISHER));
    TitleTrimmer sites = new TitleTrimmer(siteNames, address.hostName());
    BodyWriter.Body body = new BodyWriter(furniture).write(blocks);
    Dateline dateline = body.dateline();
    meter.look();
    PrintNotice notice = notice(furniture, blocks);
    meter.look();
    String headline =
        new HeadlineReader(sites, furniture)
            .read(page, judgement)
            .map(title -> withoutDate(furniture, title))
            .orElse(null);
    DateChooser dates = new DateChooser(furniture, new ClaimedDates(furniture, clock));
    Optional<PublicationDate> published =
        dates.published(
            claims,
            blocks,
            headline == null ? "" : headline,
            notice,
            dateline == null ? null : dateline.date(),
            address.best());
    meter.look();
    AuthorChooser authors = new AuthorChooser(furniture, sites);
    List<JudgedBlock> removed = blocks.stream().filter(b -> !b.kind().isBody()).toList();

    return new Article(
        headline,
        description(claims, blocks),
        authors.authors(claims, blocks),
        dateline != null ? dateline.place() : claimedDateline(claims),
        agency(furniture, body, authors.visible(blocks)),
        credit(furniture, claims, body, blocks),
        texts(removed, BlockKind.CAPTION),
        section(furniture, claims, removed),
        publisher(claims),
        published.map(PublicationDate::iso).orElse(null),
        published.map(PublicationDate::source).orElse(null),
        dates.modified(claims, blocks).orElse(null),
        notice == null ? claims.first(ClaimTopic.PRINT_EDITION).orElse(null) : notice.edition(),
        notice == null ? claims.first(ClaimTopic.PRINT_PAGE).orElse(null) : notice.page(),
        language,
        page.capture().provenance().url(),
        address.canonical(),
        body.paragraphs());
  }

  /** Enough of the body to tell its language by. */
  private static String sample(List<JudgedBlock> blocks) {
    StringBuilder sample = new StringBuilder();
    for (JudgedBlock block : blocks) {
      if (block.kind().isBody() && sample.length() < SAMPLE) {
        sample.append(block.text()).append('\n');
      }
    }
    return sample.toString();
  }

  /** Takes clean text as it is; only the language is looked at. */
  public Article readClean(String text) {
    String sample = text.substring(0, Math.min(SAMPLE, text.length()));
    return Article.ofText(text, languages.identify(sample));
  }

  /**
   * The page's order of day and month: its language and region, the country of its host, or a date
   * on it that can be read one way only.
   */
  private static DateOrder order(String language, PageAddress address, Judgement judgement) {
    DateOrder order = DateOrder.of(language);
    if (order != DateOrder.UNKNOWN) {
      return order;
    }
    String country = address.country();
    if (!country.isEmpty()) {
      return country.equals("us") ? DateOrder.MONTH_DAY : DateOrder.DAY_MONTH;
    }
    Furniture both = judgement.furniture().in("", DateOrder.UNKNOWN);
    for (JudgedBlock block : judgement.blocks()) {
      if (block.text().length() > 120 || !DateOrder.mayShow(block.text())) {
        continue;
      }
      for (DateMention date : both.dates(block.text())) {
        Optional<DateOrder> shown =
            DateOrder.shownBy(block.text().substring(date.start(), date.end()));
        if (shown.isPresent()) {
          return shown.get();
        }
      }
    }
    return DateOrder.UNKNOWN;
  }

  /** A date glued to the headline belongs to another field. */
  private static String withoutDate(Furniture furniture, String headline) {
    for (DateMention date : furniture.dates(headline)) {
      String rest = headline.substring(0, date.start()).strip();
      boolean timed = date.iso() != null && date.iso().length() > 10;
      if (timed && VisibleDates.closes(headline, date) && rest.length() >= 10) {
        return rest;
      }
    }
    return headline;
  }

  /** Some systems put the date, or a sentence, into what should name a place. */
  private static @Nullable String claimedDateline(PageClaims claims) {
    return claims
        .first(ClaimTopic.DATELINE)
        .filter(line -> line.length() <= 60 && line.codePoints().noneMatch(Character::isDigit))
        .orElse(null);
  }

  private static @Nullable String description(PageClaims claims, List<JudgedBlock> blocks) {
    for (JudgedBlock block : blocks) {
      if (block.kind() == BlockKind.STANDFIRST) {
        return block.text();
      }
    }
    return claims.first(ClaimTopic.DESCRIPTION).or(() -> Standfirst.find(blocks)).orElse(null);
  }

  private static @Nullable String agency(
      Furniture furniture, BodyWriter.Body body, Optional<Byline> byline) {
    Dateline dateline = body.dateline();
    if (dateline != null && dateline.agency() != null) {
      return dateline.agency();
    }
    List<Paragraph> paragraphs = body.paragraphs();
    for (int i = 0; i < paragraphs.size(); i++) {
      if (i < 2 || i == paragraphs.size() - 1) {
        Optional<String> agency = furniture.reportingAgency(paragraphs.get(i).text());
        if (agency.isPresent()) {
          return agency.get();
        }
      }
    }
    Credit credit = body.credit();
    if (credit != null && credit.agency() != null) {
      return credit.agency();
    }
    return byline.stream()
        .flatMap(found -> found.organisations().stream())
        .map(Furniture::agency)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String credit(
      Furniture furniture, PageClaims claims, BodyWriter.Body body, List<JudgedBlock> blocks) {
    Credit credit = body.credit();
    if (credit != null) {
      return credit.text();
    }
    Optional<String> claimed = claims.first(ClaimTopic.CREDIT);
    if (claimed.isPresent()) {
      return claimed.get();
    }
    return blocks.stream()
        .filter(block -> block.kind() == BlockKind.CREDIT)
        .flatMap(block -> furniture.credit(block.text()).stream())
        .filter(found -> !found.picture())
        .map(Credit::text)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable PrintNotice notice(Furniture furniture, List<JudgedBlock> blocks) {
    for (JudgedBlock block : blocks) {
      if (!block.kind().isBody()) {
        Optional<PrintNotice> notice = furniture.printNotice(block.text());
        if (notice.isPresent()) {
          return notice.get();
        }
      }
    }
    return null;
  }

  private static @Nullable String section(
      Furniture furniture, PageClaims claims, List<JudgedBlock> removed) {
    for (String claim : claims.values(ClaimTopic.SECTION)) {
      if (isLabel(claim)) {
        return claim;
      }
    }
    for (JudgedBlock block : removed) {
      if (block.kind() == BlockKind.SECTION && isLabel(block.text())) {
        return block.text();
      }
    }
    for (JudgedBlock block : removed) {
      if (block.kind() == BlockKind.BREADCRUMB) {
        List<String> crumbs = furniture.breadcrumb(block.text());
        for (int i = crumbs.size() - 1; i > 0; i--) {
          if (furniture.section(crumbs.get(i)).isPresent()) {
            return crumbs.get(i);
          }
        }
      }
    }
    return null;
  }

  private static boolean isLabel(String text) {
    boolean letters = text.codePoints().anyMatch(Character::isLetter);
    return letters && text.length() <= 40 && !text.endsWith(":") && !text.endsWith(".");
  }

  private static @Nullable String publisher(PageClaims claims) {
    Optional<String> site = claims.first(ClaimTopic.SITE_NAME);
    for (Claim claim : claims.about(ClaimTopic.PUBLISHER)) {
      boolean address = claim.value().startsWith("http") || claim.value().startsWith("/");
      if (!address && (claim.source() != ClaimSource.MICRODATA || claim.value().length() <= 60)) {
        // readers know the paper, not the company that owns it
        return Furniture.isCompany(claim.value()) ? site.orElse(claim.value()) : claim.value();
      }
    }
    return site.orElse(null);
  }

  private static List<String> texts(List<JudgedBlock> blocks, BlockKind kind) {
    return blocks.stream().filter(b -> b.kind() == kind).map(JudgedBlock::text).distinct().toList();
  }
}
