package io.dateline.gazetteer;

/** What a name is to its place, the surer kinds first. */
public enum NameType {
  /** The name in the gazetteer, or its common form (of a country or division). */
  PRIMARY(0),
  /** Another name, in whatever language. */
  ALTERNATE(1),
  /** A spelling made by rule from another name: {@code St Louis}, {@code Aleppo province}. */
  VARIANT(2),
  /** A division's name taken over from its seat of the same name, mostly in other languages. */
  INHERITED(3),
  /** A transliteration made by a machine, such as {@code sheng hu li ya}. */
  TRANSLITERATION(4),
  /**
   * A short form that is hard to take for something else: {@code Calif.}, {@code UK}, {@code NYC}.
   */
  ABBREVIATION(5),
  /** A code that is also a word or worse, such as {@code OR}, {@code IN}: only behind a town. */
  POSTAL(6),
  /** An adjective or inhabitants' name: {@code Turkish}, {@code Londoner}. */
  DEMONYM(7),
  /** Found only after loosening the spelling of an Arabic name. */
  LOOSE(8);

  private static final NameType[] ALL = values();

  private final int code;

  NameType(int code) {
    this.code = code;
  }

  /** The number in the index; lower is surer. */
  public int code() {
    return code;
  }

  static NameType of(int code) {
    return ALL[code];
  }
}
