package io.dateline.tika.connector.document;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * Makes entries of what Tika found in one file: the file itself and, for containers, every member
 * that is a document of its own. Pictures and frames inside a page (embedded resource type INLINE
 * and the like) are part of that page and make no entry. Immutable.
 */
public final class NewsEntryReader {

  private static final String ATTACHMENT =
      TikaCoreProperties.EmbeddedResourceType.ATTACHMENT.toString();

  private final ZoneId zone;
  private final boolean idPerContent;

  /**
   * @param zone of times that state none
   * @param idPerContent whether each content under one key keeps its own document
   */
  public NewsEntryReader(ZoneId zone, boolean idPerContent) {
    this.zone = zone;
    this.idPerContent = idPerContent;
  }

  /** The id that the article of a key gets, unless each content has its own. */
  public static String idOf(String key) {
    return ArticleId.ofKey(key);
  }

  /**
   * Reads one emission.
   *
   * @param emitKey Tika's name for the file; null or empty where there is none
   * @param metadataList the file's metadata first, then its members'
   * @param ingested now
   * @return the file's entry first; empty only when the list is
   */
  public List<NewsEntry> read(
      @Nullable String emitKey, List<Metadata> metadataList, Instant ingested) {
    List<NewsEntry> entries = new ArrayList<>();
    if (metadataList.isEmpty()) {
      return entries;
    }
    Metadata container = metadataList.get(0);
    String key =
        emitKey == null || emitKey.isBlank() ? ArticleSource.contentHash(container) : emitKey;
    entries.add(entry(key, container, container, emitKey, ingested));
    Map<String, Integer> seen = new HashMap<>();
    for (Metadata member : metadataList.subList(1, metadataList.size())) {
      if (!isDocument(member)) {
        continue;
      }
      String path = memberPath(member);
      int occurrence = seen.merge(path, 1, Integer::sum);
      String memberKey = key + "!" + path + (occurrence == 1 ? "" : "(" + occurrence + ")");
      entries.add(entry(memberKey, member, container, null, ingested));
    }
    return entries;
  }

  private NewsEntry entry(
      String key,
      Metadata metadata,
      Metadata container,
      @Nullable String emitKey,
      Instant ingested) {
    String id = ArticleId.ofKey(key);
    if (idPerContent) {
      id = ArticleId.ofVersion(id, ArticleSource.contentHash(metadata));
    }
    return new ArticleSource(metadata, container, zone, ingested).entry(id, emitKey);
  }

  private static boolean isDocument(Metadata member) {
    String type = member.get(TikaCoreProperties.EMBEDDED_RESOURCE_TYPE);
    return type == null || type.equals(ATTACHMENT);
  }

  /** The path within the container, with a slash in front. */
  private static String memberPath(Metadata member) {
    for (var property :
        List.of(
            TikaCoreProperties.FINAL_EMBEDDED_RESOURCE_PATH,
            TikaCoreProperties.EMBEDDED_RESOURCE_PATH)) {
      String path = member.get(property);
      if (path != null && !path.isBlank()) {
        return path.startsWith("/") ? path : "/" + path;
      }
    }
    return "/" + ArticleSource.contentHash(member);
  }
}
