import com.ibm.icu.text.Transliterator;

/** Prints the pairs of han-variants.txt that come from ICU; see update.sh. */
public final class HanVariants {

  private HanVariants() {}

  public static void main(String[] args) {
    Transliterator simplify = Transliterator.getInstance("Hant-Hans");
    StringBuilder line = new StringBuilder();
    for (char c = 0x3400; c <= 0x9FFF; c++) {
      String traditional = String.valueOf(c);
      String simplified = simplify.transliterate(traditional);
      boolean settled = simplify.transliterate(simplified).equals(simplified);
      if (simplified.length() == 1 && !simplified.equals(traditional) && settled) {
        line.append(line.isEmpty() ? "" : " ").append(traditional).append(simplified);
        if (line.length() > 115) {
          System.out.println(line);
          line.setLength(0);
        }
      }
    }
    System.out.println(line);
  }
}
