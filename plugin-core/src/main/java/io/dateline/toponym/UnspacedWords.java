package io.dateline.toponym;

/**
 * What stands around a name in a script without spaces, where the words before and after are no
 * tokens of their own.
 */
final class UnspacedWords {

  /** What kind of place the name before it is: city, county, ward, village, province, lake ... */
  private static final String KINDS = "市县縣區区町村郡省州府镇鎮乡鄉湖河江港島岛";

  private static final String[] BEHIND_PLACES = {
    "近郊", "郊外", "付近", "周辺", "市内", "県内", "地方", "地区", "地區", "沿岸", "境内", "当地", "机场", "機場"
  };

  private static final String[] BEHIND_PERSONS = {
    "さん", "氏", "様", "容疑者", "被告", "選手", "監督", "教授", "議員", "社長", "会長", "先生", "女士", "小姐"
  };

  private static final String[] BEFORE_PLACES = {
    "在", "从", "從", "往", "赴", "抵达", "抵達", "位于", "位於", "来自", "來自", "ใน", "จาก"
  };

  private static final String[] KINDS_BEFORE = {
    "จังหวัด", "อำเภอ", "ตำบล", "เมือง", "เขต", "ชายแดน", "แม่น้ำ", "ខេត្ត", "ក្រុង", "ເມືອງ",
    "ແຂວງ"
  };

  /** The commonest Chinese surnames, and how the words for offices before a person's name end. */
  private static final String SURNAMES =
      "李王张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾丁魏薛叶葉阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文";

  private static final String OFFICE_ENDS = "长長理任记者授员員师師席总總生";

  private UnspacedWords() {}

  /** Whether the letter at an offset says what kind of place stands before it. */
  static boolean isKind(String text, int offset, int end) {
    return offset < end && KINDS.indexOf(text.charAt(offset)) >= 0;
  }

  /** Notes what the letters around a sighting say. */
  static void inspect(String text, Sighting sighting, boolean kind) {
    sighting.addIf(kind || startsWithAny(text, sighting.end, BEHIND_PLACES), Cue.CUE_AFTER);
    sighting.addIf(endsWithAny(text, sighting.start, KINDS_BEFORE), Cue.CUE_BEFORE);
    sighting.addIf(endsWithAny(text, sighting.start, BEFORE_PLACES), Cue.PREPOSITION_BEFORE);
    boolean person =
        startsWithAny(text, sighting.end, BEHIND_PERSONS) || followsSurname(text, sighting.start);
    sighting.addIf(person && !kind, Cue.TITLE_BEFORE);
  }

  /** "记者李南京": an office, a surname, and a given name that is a city's too. */
  private static boolean followsSurname(String text, int start) {
    return start >= 2
        && SURNAMES.indexOf(text.charAt(start - 1)) >= 0
        && OFFICE_ENDS.indexOf(text.charAt(start - 2)) >= 0;
  }

  private static boolean startsWithAny(String text, int offset, String[] words) {
    for (String word : words) {
      if (text.startsWith(word, offset)) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsWithAny(String text, int offset, String[] words) {
    for (String word : words) {
      if (text.startsWith(word, offset - word.length())) {
        return true;
      }
    }
    return false;
  }
}
