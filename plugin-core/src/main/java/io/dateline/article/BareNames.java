package io.dateline.article;

import io.dateline.boilerplate.BlockKind;
import io.dateline.boilerplate.JudgedBlock;
import io.dateline.furniture.DateMention;
import io.dateline.furniture.Furniture;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Authors who stand between headline and story without any word that says so: a line that is a name
 * and nothing else, next to the date, or in front of it.
 */
final class BareNames {

  private static final int ABOVE_STORY = 12;
  private static final int MAX_LENGTH = 60;

  private final Furniture furniture;
  private final TitleTrimmer sites;
  private final List<JudgedBlock> blocks;

  BareNames(Furniture furniture, TitleTrimmer sites, List<JudgedBlock> blocks) {
    this.furniture = furniture;
    this.sites = sites;
    this.blocks = blocks;
  }

  List<String> read() {
    int first = 0;
    while (first < blocks.size() && blocks.get(first).kind() != BlockKind.BODY) {
      first++;
    }
    int end = first;
    for (int i = first; i < Math.min(blocks.size(), first + ABOVE_STORY); i++) {
      // the standfirst stands above name and date, and is body
      end = blocks.get(i).kind() == BlockKind.TIMESTAMP ? i + 1 : end;
    }
    for (int i = Math.max(1, first - ABOVE_STORY); i < end; i++) {
      if (blocks.get(i).kind() == BlockKind.TIMESTAMP) {
        List<String> names = besides(i);
        if (!names.isEmpty()) {
          return names;
        }
      }
    }
    return List.of();
  }

  private List<String> besides(int date) {
    List<String> names = new ArrayList<>();
    name(beforeDate(blocks.get(date).text()), names);
    for (int i = date - 1; i >= Math.max(1, date - 2) && names.size() < 3; i--) {
      boolean place = i == date - 1 && blocks.get(i).text().indexOf(' ') < 0;
      if (!isLabel(i) || (!name(blocks.get(i).text(), names) && !place)) {
        break;
      }
    }
    Collections.reverse(names);
    for (int i = date + 1; i <= date + 2 && names.isEmpty() && i < blocks.size(); i++) {
      boolean dated = blocks.get(i).kind() == BlockKind.TIMESTAMP;
      if (!dated && (!isOther(i) || !name(blocks.get(i).text(), names))) {
        break;
      }
    }
    return names;
  }

  private boolean isLabel(int i) {
    return switch (blocks.get(i).kind()) {
      case NAVIGATION, OTHER, BYLINE, SECTION, RELATED, SHARE, LEGAL, BREADCRUMB, APPEAL, PAYWALL ->
          true;
      default -> false;
    };
  }

  /** Below the date stand buttons, too, which scripts without capitals do not tell from names. */
  private boolean isOther(int i) {
    BlockKind kind = blocks.get(i).kind();
    return (kind == BlockKind.NAVIGATION || kind == BlockKind.OTHER)
        && Character.isUpperCase(blocks.get(i).text().charAt(0));
  }

  /** "Jane Doe 30 May 2024, 05:00": what the line says in front of its date. */
  private String beforeDate(String line) {
    List<DateMention> dates = furniture.dates(line);
    if (dates.isEmpty()) {
      return "";
    }
    String before = line.substring(0, dates.get(0).start()).strip();
    int end = before.length();
    while (end > 0 && "|-–—•·,".indexOf(before.charAt(end - 1)) >= 0) {
      end--;
    }
    return before.substring(0, end).strip();
  }

  private boolean name(String text, List<String> names) {
    boolean fits =
        text.length() <= MAX_LENGTH
            && Furniture.isFullName(text)
            && furniture.section(text).isEmpty()
            && furniture.timestamp(text).isEmpty()
            && !sites.isSite(text)
            && !sites.extendsSite(text)
            && blocks.stream().filter(block -> block.text().equals(text)).count() == 1;
    if (fits) {
      names.add(text);
    }
    return fits;
  }
}
