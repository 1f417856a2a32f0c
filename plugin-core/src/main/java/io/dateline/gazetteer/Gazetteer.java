package io.dateline.gazetteer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Names to places. Immutable, safe to share between threads.
 *
 * <p>Places have dense ids from 0 to {@link #size()} - 1, the better known first: countries, first
 * then second-order divisions, regions (seas, ranges, ...), then towns by population. Ids hold for
 * one gazetteer only; {@link #geonamesId} is what to store. All accessors throw {@link
 * IndexOutOfBoundsException} for an id that is none.
 *
 * <p>The data lie in a memory-mapped file that processes share; the heap holds next to nothing.
 */
public final class Gazetteer {

  private final IndexFile file;
  private final ByteBuffer places;
  private final Map<String, String> properties;
  private final int size;
  private final String[] features;
  private final String[] featureCodes;
  private final int countries;
  private final int admin1s;
  private final int admin2s;
  private final NameIndex names;
  private final NameIndex loose;
  private final int[] countryByCode;
  private final @Nullable String[] codes;

  /** Of countries and first-order divisions, as far as somebody has asked: most places name two. */
  private final @Nullable String[] containerNames;

  private Gazetteer(IndexFile file) {
    this.file = file;
    this.places = file.section(IndexFile.Section.PLACES);
    this.properties = properties(file.section(IndexFile.Section.PROPERTIES));
    this.size = places.limit() / IndexFile.PLACE_BYTES;
    this.features = property("features").split(",", -1);
    this.featureCodes =
        Arrays.stream(features)
            .map(feature -> feature.isEmpty() ? "" : feature.substring(2)) // of an empty gazetteer
            .toArray(String[]::new);
    this.countries = Integer.parseInt(property("countries"));
    this.admin1s = Integer.parseInt(property("admin1"));
    this.admin2s = Integer.parseInt(property("admin2"));
    this.names =
        new NameIndex(
            new Trie(file.section(IndexFile.Section.NAME_TRIE)),
            file.section(IndexFile.Section.NAME_POSTINGS));
    this.loose =
        new NameIndex(
            new Trie(file.section(IndexFile.Section.LOOSE_TRIE)),
            file.section(IndexFile.Section.LOOSE_POSTINGS));
    this.countryByCode = countriesByCode();
    this.codes = codes();
    this.containerNames = new String[countries + admin1s];
  }

  /** The gazetteer in the jar, one a process, loaded when first asked for. */
  public static Gazetteer builtIn() {
    return BuiltIn.INSTANCE;
  }

  /**
   * Opens a gazetteer that {@code dateline gazetteer build} has made. The whole file is checked.
   *
   * @throws GazetteerException if the file is missing, damaged, or of another format version; the
   *     message is one sentence that says which
   */
  public static Gazetteer open(Path file) throws GazetteerException {
    return new Gazetteer(IndexFile.map(file));
  }

  static Gazetteer of(IndexFile file) {
    return new Gazetteer(file);
  }

  /** Which data this is, such as {@code geonames-2025-11-20+1a2b3c4d}. */
  public String version() {
    return property("version");
  }

  /** How many places there are. */
  public int size() {
    return size;
  }

  /** All names, by exact spelling up to {@link NameFolding}. */
  public NameIndex names() {
    return names;
  }

  /**
   * What a name may mean when its spelling is loosened as romanised Arabic names vary: {@code
   * al-/el-/ash-}, {@code ou/u/oo}, doubled letters, {@code -a/-ah/-eh}. Only places of countries
   * that write Arabic script answer; ask when {@link #names()} knows nothing.
   *
   * @return candidates of type {@link NameType#LOOSE}, the better known first; mostly empty
   */
  public List<Candidate> findLoose(CharSequence name) {
    Set<Integer> found = new TreeSet<>();
    for (String frame : LooseSpelling.frames(NameFolding.fold(name))) {
      int entry = loose.entryOf(frame);
      for (int i = 0; entry >= 0 && i < loose.count(entry); i++) {
        found.add(loose.place(entry, i));
      }
    }
    return found.isEmpty()
        ? List.of()
        : found.stream().map(place -> new Candidate(place, NameType.LOOSE)).toList();
  }

  /** The frames that {@link #findLoose} looks up, for building upon this gazetteer. */
  public NameIndex looseFrames() {
    return loose;
  }

  /** The place's name in the gazetteer. */
  public String name(int place) {
    if (place >= containerNames.length || place < 0) {
      return file.string(field(place, IndexFile.NAME));
    }
    String known = containerNames[place]; // strings are safe to share without a lock
    if (known == null) {
      known = file.string(field(place, IndexFile.NAME));
      containerNames[place] = known;
    }
    return known;
  }

  /** Where the place is. */
  public GeoPoint point(int place) {
    return new GeoPoint(latitude(place), longitude(place));
  }

  /** Degrees, north positive. */
  public double latitude(int place) {
    return field(place, IndexFile.LATITUDE) / 1e5;
  }

  /** Degrees, east positive. */
  public double longitude(int place) {
    return field(place, IndexFile.LONGITUDE) / 1e5;
  }

  /** ISO 3166-1 alpha-2; null for a sea or another place without a country. */
  public @Nullable String countryCode(int place) {
    int code = places.getShort(base(place) + IndexFile.COUNTRY);
    if (code == 0) {
      return null;
    }
    String known = codes[letters((char) (code >> 8), (char) (code & 0xFF))];
    return known != null ? known : "" + (char) (code >> 8) + (char) (code & 0xFF);
  }

  /** The country as a place, of itself too; -1 if none. */
  public int country(int place) {
    int code = places.getShort(base(place) + IndexFile.COUNTRY);
    return code == 0 ? -1 : countryByCode[letters((char) (code >> 8), (char) (code & 0xFF))];
  }

  /** All pairs of letters, because the geotagger asks for the country of every candidate. */
  private int[] countriesByCode() {
    int[] byCode = new int[1 << 10];
    Arrays.fill(byCode, -1);
    for (int country = 0; country < countries; country++) {
      String code = file.string(field(country, IndexFile.KEY));
      byCode[letters(code.charAt(0), code.charAt(1))] = country;
    }
    return byCode;
  }

  /** The codes of the countries, so that asking makes no string. */
  private @Nullable String[] codes() {
    @Nullable String[] byLetters = new String[countryByCode.length];
    for (int country = 0; country < countries; country++) {
      String code = file.string(field(country, IndexFile.KEY));
      byLetters[letters(code.charAt(0), code.charAt(1))] = code;
    }
    return byLetters;
  }

  private static int letters(char first, char second) {
    return (first & 0x1F) << 5 | (second & 0x1F);
  }

  /** The first-order division as a place, of itself too; -1 if unknown. */
  public int admin1(int place) {
    return field(place, IndexFile.ADMIN1);
  }

  /** The second-order division as a place, of itself too; -1 if unknown. */
  public int admin2(int place) {
    return field(place, IndexFile.ADMIN2);
  }

  /** The GeoNames code of the first-order division, such as {@code CA}; null if unknown. */
  public @Nullable String admin1Code(int place) {
    return code(admin1(place));
  }

  /** The name of the first-order division; null if unknown. */
  public @Nullable String admin1Name(int place) {
    int division = admin1(place);
    return division < 0 ? null : name(division);
  }

  /** The GeoNames code of the second-order division; null if unknown. */
  public @Nullable String admin2Code(int place) {
    return code(admin2(place));
  }

  /** The name of the second-order division; null if unknown. */
  public @Nullable String admin2Name(int place) {
    int division = admin2(place);
    return division < 0 ? null : name(division);
  }

  /** The GeoNames feature class: A, H, L, P, R, S, T, U or V. */
  public char featureClass(int place) {
    return features[feature(place)].charAt(0);
  }

  /** The GeoNames feature code, such as {@code PPLC}; empty when GeoNames has none. */
  public String featureCode(int place) {
    return featureCodes[feature(place)];
  }

  /** Inhabitants; 0 if unknown. A division's is the sum of its towns. */
  public int population(int place) {
    return field(place, IndexFile.POPULATION);
  }

  /**
   * How many other names GeoNames lists for a town, 255 and more as 255; 0 for divisions and
   * countries. Places that the world writes about have names in many languages.
   */
  public int fame(int place) {
    return places.getShort(base(place) + IndexFile.FAME);
  }

  /** The GeoNames id; 0 for a place that is not from GeoNames. */
  public int geonamesId(int place) {
    return field(place, IndexFile.GEONAMES_ID);
  }

  /** The country with an ISO 3166-1 alpha-2 code in capitals; -1 if none. */
  public int countryPlace(String iso2) {
    if (iso2.length() != 2) {
      return -1;
    }
    int letters = letters(iso2.charAt(0), iso2.charAt(1));
    return iso2.equals(codes[letters]) ? countryByCode[letters] : -1;
  }

  /** The first-order division with a GeoNames code, such as {@code US}, {@code CA}; -1 if none. */
  public int divisionPlace(String iso2, String admin1Code) {
    return search(countries, countries + admin1s, iso2 + "." + admin1Code);
  }

  /** The second-order division with GeoNames codes; -1 if none. */
  public int divisionPlace(String iso2, String admin1Code, String admin2Code) {
    int from = countries + admin1s;
    return search(from, from + admin2s, iso2 + "." + admin1Code + "." + admin2Code);
  }

  /** Countries and divisions lie in the order of their keys, so no map is needed. */
  private int search(int from, int to, String key) {
    int low = from;
    int high = to - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = file.string(field(middle, IndexFile.KEY)).compareTo(key);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  private @Nullable String code(int division) {
    if (division < 0) {
      return null;
    }
    String key = file.string(field(division, IndexFile.KEY));
    return key.substring(key.lastIndexOf('.') + 1);
  }

  private int feature(int place) {
    return places.getShort(base(place) + IndexFile.FEATURE);
  }

  private int field(int place, int field) {
    return places.getInt(base(place) + field);
  }

  private int base(int place) {
    if (place < 0 || place >= size) {
      throw new IndexOutOfBoundsException("no place " + place + " among " + size);
    }
    return place * IndexFile.PLACE_BYTES;
  }

  private String property(String key) {
    String value = properties.get(key);
    if (value == null) {
      throw new IllegalStateException("gazetteer without property " + key);
    }
    return value;
  }

  private static Map<String, String> properties(ByteBuffer section) {
    byte[] bytes = new byte[section.limit()];
    section.get(0, bytes);
    Map<String, String> properties = new HashMap<>();
    new String(bytes, StandardCharsets.UTF_8)
        .lines()
        .forEach(
            line -> {
              int equals = line.indexOf('=');
              properties.put(line.substring(0, equals), line.substring(equals + 1));
            });
    return properties;
  }

  /** Loads on first use, once, whichever thread comes first. */
  private static final class BuiltIn {
    static final Gazetteer INSTANCE = BuiltInFile.load();
  }
}
