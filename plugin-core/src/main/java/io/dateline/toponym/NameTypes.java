package io.dateline.toponym;

import io.dateline.gazetteer.NameType;

/** Sets of {@link NameType}s as bits, because every match makes some. */
final class NameTypes {

  static final int ALL = bits(NameType.values());
  static final int PRIMARY = bits(NameType.PRIMARY);
  static final int ALTERNATE = bits(NameType.ALTERNATE);
  static final int ABBREVIATION = bits(NameType.ABBREVIATION);
  static final int POSTAL = bits(NameType.POSTAL);
  static final int DEMONYM = bits(NameType.DEMONYM);

  /** Kinds that a word of four letters and more may be. */
  static final int SPELT_OUT =
      bits(
          NameType.ALTERNATE,
          NameType.VARIANT,
          NameType.INHERITED,
          NameType.TRANSLITERATION,
          NameType.LOOSE);

  private NameTypes() {}

  @SuppressWarnings("EnumOrdinal") // the bits never leave the process
  static int bit(NameType type) {
    return 1 << type.ordinal();
  }

  private static int bits(NameType... types) {
    int bits = 0;
    for (NameType type : types) {
      bits |= bit(type);
    }
    return bits;
  }
}
