package io.dateline.gazetteer.build;

import io.dateline.gazetteer.NameIndex;
import io.dateline.gazetteer.NameType;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;

/**
 * Groups sorted names by key into the entries of a trie. An entry with one candidate in all
 * languages lies in the trie itself; others are lists: a count, then an int a candidate, or three
 * where languages matter.
 */
final class PostingWriter {

  private final TrieWriter trie;
  private final OutputStream out;
  private final IntToLongFunction rank;
  private final Map<Integer, Integer> priorities;
  private final List<Candidate> group = new ArrayList<>();
  private String key = "";
  private int written; // ints

  /**
   * A writer.
   *
   * @param rank lower comes first among the places of a name
   * @param priorities of places that push out those with less; others have 0
   */
  PostingWriter(
      TrieWriter trie, OutputStream out, IntToLongFunction rank, Map<Integer, Integer> priorities) {
    this.trie = trie;
    this.out = out;
    this.rank = rank;
    this.priorities = priorities;
  }

  /** Takes the next name, sorted by key, place and type. */
  void accept(NameSorter.Named named) throws IOException {
    if (!named.key().equals(key)) {
      flush();
      key = named.key();
    }
    Candidate last = group.isEmpty() ? null : group.get(group.size() - 1);
    if (last == null || last.place != named.place() || last.isNameBut(named)) {
      group.add(new Candidate(named));
    } else {
      last.addLanguage(named.language()); // its type is the better one
    }
  }

  /** Writes what is left; to be called behind the last name. */
  void flush() throws IOException {
    if (group.isEmpty()) {
      return;
    }
    if (group.size() > 1) {
      group.sort(Comparator.comparingLong(candidate -> rank.applyAsLong(candidate.place)));
      int highest = group.stream().mapToInt(this::priority).max().orElse(0);
      group.removeIf(candidate -> priority(candidate) < highest);
    }
    boolean plain = group.stream().allMatch(candidate -> candidate.languages == 0);
    if (plain && group.size() == 1) {
      trie.add(key, group.get(0).posting());
    } else {
      trie.add(key, NameIndex.MANY | written);
      writeInt(plain ? group.size() : group.size() | NameIndex.WITH_LANGUAGES);
      for (Candidate candidate : group) {
        writeInt(candidate.posting());
        if (!plain) {
          writeInt((int) (candidate.languages >>> 32));
          writeInt((int) candidate.languages);
        }
      }
    }
    group.clear();
  }

  private int priority(Candidate candidate) {
    return priorities.getOrDefault(candidate.place, 0);
  }

  private void writeInt(int value) throws IOException {
    for (int shift = 0; shift < 32; shift += 8) {
      out.write(value >>> shift);
    }
    written++;
  }

  private static final class Candidate {
    private final int place;
    private final int type;
    private long languages; // 0 for all
    private int languageCount;

    Candidate(NameSorter.Named named) {
      place = named.place();
      type = named.type();
      languages = named.language();
      languageCount = named.language() == 0 ? 0 : 1;
    }

    /** "Francia" is France in Italian and French in Hungarian. */
    boolean isNameBut(NameSorter.Named named) {
      int demonym = NameType.DEMONYM.code();
      return type != demonym && named.type() == demonym;
    }

    int posting() {
      return place << NameIndex.TYPE_BITS | type;
    }

    void addLanguage(int language) {
      long mask = (1L << NameIndex.LANGUAGE_BITS) - 1;
      for (long rest = languages; rest != 0; rest >>>= NameIndex.LANGUAGE_BITS) {
        if ((rest & mask) == language) {
          return;
        }
      }
      if (language == 0 || languages == 0 || languageCount == NameIndex.MAX_LANGUAGES) {
        languages = 0; // a name in five languages is at home in all
      } else {
        languages = languages << NameIndex.LANGUAGE_BITS | language;
        languageCount++;
      }
    }
  }
}
