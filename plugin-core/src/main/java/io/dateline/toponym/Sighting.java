package io.dateline.toponym;

import io.dateline.gazetteer.Candidate;
import io.dateline.gazetteer.NameType;
import java.util.List;

/**
 * One stretch of text that is some place's name, before it is known whether a place is meant.
 *
 * <p>Offsets are UTF-16 code units of the text, end exclusive. {@code firstToken} and {@code
 * lastToken} are inclusive.
 */
final class Sighting {

  final int start;
  final int end;
  final int firstToken;
  final int lastToken;

  /** In the name index; -1 for names that are not in it as they stand. */
  final int entry;

  final boolean associative;

  /** The kinds of names that the look of the word allows, see {@link NameTypes}. */
  final int types;

  /** The ending that was taken off an inflected form was not part of a name in the gazetteer. */
  final boolean inflected;

  /** Written in a script without case. */
  final boolean caseless;

  /** Is a common word in the text's language. */
  boolean commonHere;

  /** Written in another script than the Latin one. */
  boolean otherScript;

  /** Letters in it that no spelling of the same name does without: "ø", "đ", "ồ". */
  String strictLetters = "";

  /** A Latin letter in it has an accent. */
  boolean accented;

  private List<Candidate> loose = List.of();
  private long cues;
  Referent referent;

  /** How much the text around it speaks for a place, in log-odds. */
  double placeness;

  Sighting(
      int start,
      int end,
      int firstToken,
      int lastToken,
      int entry,
      int types,
      boolean associative,
      boolean inflected,
      boolean caseless) {
    this.start = start;
    this.end = end;
    this.firstToken = firstToken;
    this.lastToken = lastToken;
    this.entry = entry;
    this.types = types;
    this.associative = associative;
    this.inflected = inflected;
    this.caseless = caseless;
  }

  /** A name that only {@link LoosePass} finds. */
  Sighting(int start, int end, int firstToken, int lastToken, List<Candidate> loose) {
    this(start, end, firstToken, lastToken, -1, NameTypes.ALL, false, false, false);
    this.loose = loose;
  }

  /** The same with another end. */
  Sighting to(int newEnd) {
    return new Sighting(
        start, newEnd, firstToken, lastToken, entry, types, associative, inflected, caseless);
  }

  /** What a name without an entry may mean. */
  List<Candidate> loose() {
    return loose;
  }

  boolean admits(NameType type) {
    return (types & NameTypes.bit(type)) != 0;
  }

  boolean has(Cue cue) {
    return (cues & cue.bit()) != 0;
  }

  void add(Cue cue) {
    cues |= cue.bit();
  }

  void remove(Cue cue) {
    cues &= ~cue.bit();
  }

  void addIf(boolean holds, Cue cue) {
    if (holds) {
      add(cue);
    }
  }

  long cues() {
    return cues;
  }
}
