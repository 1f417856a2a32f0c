package io.dateline.boilerplate;

import io.dateline.capture.Mark;
import io.dateline.table.LongTable;
import org.jspecify.annotations.Nullable;

/** Names what a removed block is, from its words, its markup and what stands around it. */
final class KindNamer {

  private record MarkKind(Mark mark, BlockKind kind, String reason) {}

  /** The first mark that a block bears names it; narrow marks stand before wide ones. */
  private static final MarkKind[] BY_MARK = {
    new MarkKind(Mark.COMMENT, BlockKind.COMMENT, "Stands among the readers' comments."),
    new MarkKind(Mark.BREADCRUMB, BlockKind.BREADCRUMB, "Shows where the page lies in the site."),
    new MarkKind(Mark.COOKIE, BlockKind.LEGAL, "Belongs to the consent or privacy notice."),
    new MarkKind(Mark.CAPTION, BlockKind.CAPTION, "Describes a picture."),
    new MarkKind(Mark.ADVERT, BlockKind.ADVERTISEMENT, "Stands in an advertisement's place."),
    new MarkKind(Mark.SPONSOR, BlockKind.ADVERTISEMENT, "Stands in a sponsor's place."),
    new MarkKind(Mark.DONATE, BlockKind.APPEAL, "Asks for money or a subscription."),
    new MarkKind(Mark.NEWSLETTER, BlockKind.NEWSLETTER, "Offers a newsletter or alerts."),
    new MarkKind(Mark.PAYWALL, BlockKind.PAYWALL, "Belongs to a paywall."),
    new MarkKind(Mark.RELATED, BlockKind.RELATED, "Leads to other stories."),
    new MarkKind(Mark.SHARE, BlockKind.SHARE, "Invites to share or follow."),
    new MarkKind(Mark.BYLINE, BlockKind.BYLINE, "Names the author."),
    new MarkKind(Mark.DATE, BlockKind.TIMESTAMP, "Tells a date."),
    new MarkKind(Mark.CREDIT, BlockKind.CREDIT, "Names a source."),
    new MarkKind(Mark.PAGER, BlockKind.NAVIGATION, "Leads to other pages."),
    new MarkKind(Mark.TAGS, BlockKind.SECTION, "Names a section or topic."),
    new MarkKind(Mark.SECTION, BlockKind.SECTION, "Names a section or topic."),
    new MarkKind(Mark.WIDGET, BlockKind.WIDGET, "Belongs to a widget."),
    new MarkKind(Mark.LEGAL, BlockKind.LEGAL, "Legal text."),
    new MarkKind(Mark.LOGIN, BlockKind.PAYWALL, "Belongs to the log-in."),
    new MarkKind(Mark.SEARCH, BlockKind.NAVIGATION, "Belongs to the search."),
    new MarkKind(Mark.NAV, BlockKind.NAVIGATION, "Part of a menu."),
    new MarkKind(Mark.CONTENTS, BlockKind.NAVIGATION, "Part of a table of contents."),
    new MarkKind(Mark.FOOTER, BlockKind.NAVIGATION, "Stands in the page's footer."),
    new MarkKind(Mark.TEASER, BlockKind.RELATED, "Teases another story."),
    new MarkKind(Mark.FIGURE, BlockKind.CAPTION, "Stands with a picture."),
    new MarkKind(Mark.ASIDE, BlockKind.RELATED, "Stands beside the story."),
    new MarkKind(Mark.HEADER, BlockKind.NAVIGATION, "Stands in the page's header."),
    new MarkKind(Mark.MODAL, BlockKind.WIDGET, "Pops up over the page."),
    new MarkKind(Mark.FORM, BlockKind.WIDGET, "Part of a form."),
    new MarkKind(Mark.BUTTON, BlockKind.WIDGET, "A button."),
  };

  private final Evidence evidence;
  private final boolean[] kept;
  private final LongTable keptHashes = new LongTable(64);
  private final Retelling told;
  private final int firstKept;
  private final int lastKept;
  private final int headlineAt;

  KindNamer(Evidence evidence, boolean[] kept) {
    told = new Retelling(evidence.text);
    this.evidence = evidence;
    this.kept = kept;
    int first = -1;
    int last = -1;
    for (int i = 0; i < kept.length; i++) {
      if (kept[i]) {
        first = first < 0 ? i : first;
        last = i;
        keptHashes.put(evidence.text.hash[i], 1);
        told.add(i);
      }
    }
    firstKept = first;
    lastKept = last;
    headlineAt =
        evidence.place.titleAt >= 0 && !kept[evidence.place.titleAt] ? evidence.place.titleAt : -1;
  }

  /** Names every removed block; a kept one gets null. */
  JudgedBlock[] name() {
    JudgedBlock[] named = new JudgedBlock[evidence.count];
    for (int i = 0; i < evidence.count; i++) {
      if (!kept[i]) {
        named[i] = name(i, i > 0 ? named[i - 1] : null);
      }
    }
    return named;
  }

  private JudgedBlock name(int i, @Nullable JudgedBlock before) {
    PageText text = evidence.text;
    JudgedBlock line =
        evidence.text.words[i] <= 30 && nearStory(i) ? evidence.standing.of(i) : null;
    boolean guess = evidence.dom == null; // no claims; a date or a byline is no title
    if (isHeadline(i) && !(guess && line != null)) {
      return judged(i, BlockKind.HEADLINE, "The page's title.");
    }
    if (PhraseHits.has(evidence.hits.any[i], PhraseFamily.LEGAL)
        && evidence.text.is(i, PageText.HAS_COPYRIGHT)) {
      return judged(i, BlockKind.LEGAL, "Copyright line.");
    }
    if (i < firstKept
        && nearStory(i)
        && !evidence.furniture.breadcrumb(evidence.blocks.get(i).text()).isEmpty()) {
      return judged(i, BlockKind.BREADCRUMB, "Shows where the page lies in the site.");
    }
    if (line != null) {
      return line;
    }
    PhraseFamily litter = evidence.condemns(i);
    if (litter != null) {
      return judged(i, litter.kind(), litter.reason() + ".");
    }
    if (evidence.repetition.beginsAnother[i]) {
      return judged(i, BlockKind.STANDFIRST, "Only repeats how the story begins.");
    }
    if (repeatsKept(i)) {
      return judged(i, BlockKind.DUPLICATE, "Stands on the page twice.");
    }
    int any = evidence.hits.any[i];
    PhraseFamily family = any == 0 ? null : narrowest(i, any);
    if (family != null) {
      return judged(i, family.kind(), family.reason() + ".");
    }
    if (evidence.dom != null) {
      JudgedBlock byMark = byMark(evidence.dom.nearMarks(i), i);
      if (byMark == null) {
        byMark = byMark(evidence.dom.inheritedOf(i), i);
      }
      if (byMark != null) {
        return byMark;
      }
    }
    if (evidence.text.is(i, PageText.BRACKETED_ROUND) && i > firstKept) {
      return judged(i, BlockKind.CREDIT, "Names the source in brackets.");
    }
    if (evidence.repetition.copies[i] > 1
        && evidence.text.words[i] <= 8
        && i > firstKept
        && i < lastKept) {
      return judged(i, BlockKind.CAPTION, "A picture's label that stands there more than once.");
    }
    if (evidence.vocabulary.foreignScript[i]) {
      return judged(i, BlockKind.ADVERTISEMENT, "Is in another script than the story.");
    }
    if (text.is(i, PageText.HAS_COPYRIGHT)) {
      return judged(i, BlockKind.LEGAL, "Copyright line.");
    }
    boolean label = text.words[i] <= 4 && text.sentences[i] == 0;
    if (label && i < firstKept && headlineAt >= 0 && headlineAt - i == 1) {
      return judged(i, BlockKind.SECTION, "Names the section above the headline.");
    }
    if (before != null && continues(i, before.kind()) && evidence.mass[i] == 0) {
      return judged(i, before.kind(), "Goes with the line above it.");
    }
    if (evidence.linkShare[i] > 0.6f || (label && (i < firstKept || i > lastKept))) {
      boolean story = text.words[i] >= 5;
      return story
          ? judged(i, BlockKind.RELATED, "A link to something else.")
          : judged(i, BlockKind.NAVIGATION, "A label outside the story.");
    }
    return judged(i, BlockKind.OTHER, "Stands apart from the story's running text.");
  }

  private boolean nearStory(int i) {
    return i >= firstKept - 15 && i <= lastKept + 8;
  }

  private @Nullable PhraseFamily narrowest(int i, int any) {
    float words = evidence.text.words[i];
    PhraseFamily[] families = PhraseFamily.values();
    for (PhraseFamily family : families) {
      if (PhraseHits.has(any, family) && (words <= 40 || evidence.hits.longest[i] >= 3)) {
        return family;
      }
    }
    return null;
  }

  /** Buttons to share with are short; what is longer below them is something else. */
  private boolean continues(int i, BlockKind kind) {
    boolean buttons = kind == BlockKind.SHARE || kind == BlockKind.APPEAL;
    return inherits(kind) && (!buttons || evidence.text.words[i] <= 4);
  }

  private static boolean inherits(BlockKind kind) {
    return switch (kind) {
      case APPEAL, COMMENT, RELATED, NAVIGATION, NEWSLETTER, LEGAL, PAYWALL, SHARE -> true;
      default -> false;
    };
  }

  private @Nullable JudgedBlock byMark(long marks, int i) {
    for (MarkKind rule : BY_MARK) {
      if (rule.mark().in(marks)) {
        return judged(i, rule.kind(), rule.reason());
      }
    }
    return null;
  }

  private boolean isHeadline(int i) {
    return i == headlineAt
        || (evidence.claims.inTitle[i] >= 0.9f && evidence.claims.titleIn[i] >= 0.6f)
        || (headlineAt >= 0 && evidence.text.hash[i] == evidence.text.hash[headlineAt]);
  }

  private boolean repeatsKept(int i) {
    if (told.knows(i)) {
      return true;
    }
    return evidence.repetition.copies[i] > 1
        && evidence.text.words[i] >= 4
        && keptHashes.get(evidence.text.hash[i]) > 0;
  }

  private JudgedBlock judged(int i, BlockKind kind, String reason) {
    return new JudgedBlock(evidence.blocks.get(i), kind, reason);
  }
}
