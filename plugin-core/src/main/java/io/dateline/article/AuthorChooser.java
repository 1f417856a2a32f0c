package io.dateline.article;

import io.dateline.boilerplate.BlockKind;
import io.dateline.boilerplate.JudgedBlock;
import io.dateline.capture.Claim;
import io.dateline.capture.ClaimSource;
import io.dateline.capture.ClaimTopic;
import io.dateline.capture.PageClaims;
import io.dateline.furniture.Byline;
import io.dateline.furniture.Furniture;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Chooses who wrote the story: persons only, from the most trusted source that names one. */
final class AuthorChooser {

  /** Blocks before the body, and after it, in which a byline without markup is looked for. */
  private static final int BEFORE = 8;

  private static final int AFTER = 3;
  private static final int MAX_CLAIM = 200;

  private final Furniture furniture;
  private final TitleTrimmer sites;

  AuthorChooser(Furniture furniture, TitleTrimmer sites) {
    this.furniture = furniture;
    this.sites = sites;
  }

  List<String> authors(PageClaims claims, List<JudgedBlock> blocks) {
    boolean organisation = !claims.about(ClaimTopic.AUTHOR_ORGANISATION).isEmpty();
    for (ClaimSource source : ClaimSource.values()) {
      if (source == ClaimSource.CLASS_NAME && organisation) {
        return List.of(); // a link to an author belongs to somebody's teaser then
      }
      Set<String> names = new LinkedHashSet<>();
      for (Claim claim : claims.about(ClaimTopic.AUTHOR)) {
        if (claim.source() == source && claim.value().length() <= MAX_CLAIM) {
          List<String> persons = persons(claim.value());
          names.addAll(persons);
          organisation |=
              persons.isEmpty() && !Furniture.authors(claim.value()).organisations().isEmpty();
        }
      }
      if (!names.isEmpty()) {
        boolean list = source == ClaimSource.MICRODATA || source == ClaimSource.CLASS_NAME;
        // more than two in the markup of the text are the authors of other stories or of comments
        return list && names.size() > 2 ? List.of(names.iterator().next()) : List.copyOf(names);
      }
    }
    return organisation
        ? List.of()
        : visible(blocks)
            .map(byline -> fullNames(byline.names()))
            .orElseGet(() -> new BareNames(furniture, sites, blocks).read());
  }

  /** The byline in the page's text, also when it names an organisation only. */
  Optional<Byline> visible(List<JudgedBlock> blocks) {
    for (JudgedBlock block : blocks) {
      if (block.kind() == BlockKind.BYLINE) {
        Optional<Byline> byline = furniture.byline(block.text());
        if (byline.isPresent()) {
          return byline;
        }
      }
    }
    int first = 0;
    while (first < blocks.size() && !blocks.get(first).kind().isBody()) {
      first++;
    }
    int last = blocks.size() - 1;
    while (last >= 0 && !blocks.get(last).kind().isBody()) {
      last--;
    }
    Optional<Byline> byline = within(blocks, Math.max(0, first - BEFORE), first);
    return byline.isPresent()
        ? byline
        : within(blocks, last + 1, Math.min(blocks.size(), last + 1 + AFTER));
  }

  private Optional<Byline> within(List<JudgedBlock> blocks, int from, int to) {
    for (int i = from; i < to; i++) {
      BlockKind kind = blocks.get(i).kind();
      if (kind == BlockKind.RELATED || kind == BlockKind.NAVIGATION || kind == BlockKind.COMMENT) {
        continue;
      }
      Optional<Byline> byline = furniture.byline(blocks.get(i).text());
      if (byline.isPresent()) {
        return byline;
      }
    }
    return Optional.empty();
  }

  private List<String> persons(String claim) {
    List<String> names = Furniture.authors(claim).names();
    if (names.size() == 2 && names.stream().noneMatch(AuthorChooser::isFull)) {
      boolean inverted = claim.indexOf(',') > 0 && claim.indexOf('&') < 0;
      return inverted ? List.of(names.get(1) + " " + names.get(0)) : names; // "Doe, Jane"
    }
    List<String> persons = new ArrayList<>();
    for (String name : names) {
      if (isFull(name) ? !sites.extendsSite(name) : !sites.isSite(name)) {
        persons.add(name);
      }
    }
    return persons;
  }

  /** In visible text a single word behind "by" is more often a label than a name. */
  private static List<String> fullNames(List<String> names) {
    return names.stream().filter(AuthorChooser::isFull).toList();
  }

  private static boolean isFull(String name) {
    return name.indexOf(' ') > 0 || name.codePoints().allMatch(AuthorChooser::isEastAsian);
  }

  private static boolean isEastAsian(int c) {
    return Character.isIdeographic(c)
        || Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL
        || Character.UnicodeScript.of(c) == Character.UnicodeScript.KATAKANA
        || Character.UnicodeScript.of(c) == Character.UnicodeScript.HIRAGANA;
  }
}
