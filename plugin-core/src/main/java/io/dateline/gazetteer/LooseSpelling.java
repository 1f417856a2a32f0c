package io.dateline.gazetteer;

/**
 * The consonant frame of a romanised Arabic, Persian or Urdu name, equal for the usual ways to
 * spell it: Deir ez-Zor, Dayr az Zawr and Deir Ezzor are one.
 *
 * <p>Articles in all assimilated forms go, digraphs become one letter, doubled letters single, long
 * and short vowels of one quality one letter, a final -a/-ah/-eh nothing.
 */
public final class LooseSpelling {

  private LooseSpelling() {}

  /**
   * The frame of a folded name.
   *
   * @return empty for names that would keep too little to mean anything
   */
  public static String skeleton(String folded) {
    return "";
  }
}
