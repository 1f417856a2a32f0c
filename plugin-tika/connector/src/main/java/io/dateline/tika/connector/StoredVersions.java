package io.dateline.tika.connector;

import io.dateline.tika.connector.connection.Access;
import io.dateline.tika.connector.connection.Trust;
import io.dateline.tika.connector.document.NewsEntryReader;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.http.util.EntityUtils;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Which plugin and gazetteer wrote the articles that are in the index. Used by one thread. */
public final class StoredVersions {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int AT_ONCE = 500;
  private static final Pattern PART = Pattern.compile("\\d+|[^\\d.\\-_]+");

  private final Access access;
  private final String index;

  /**
   * A plugin's version, or a gazetteer's where it begins with {@code gazetteer:}.
   *
   * @param gazetteer whether it is a gazetteer's
   * @param version dotted or dashed numbers
   */
  public record Bound(boolean gazetteer, String version) {

    private static final String GAZETTEER = "gazetteer:";

    public Bound {
      if (!version.matches("\\d[\\w.-]*")) {
        throw new IllegalArgumentException(
            "a version looks like 0.2.0 or gazetteer:2026-11-20; got " + version);
      }
    }

    /**
     * Reads {@code 0.2.0} or {@code gazetteer:2026-11-20}.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static Bound parse(String text) {
      return text.startsWith(GAZETTEER)
          ? new Bound(true, text.substring(GAZETTEER.length()))
          : new Bound(false, text);
    }

    /** Whether a version is older than this; one that nobody stated is. */
    boolean isAfter(String stored) {
      List<String> ours = parts(version);
      List<String> theirs = parts(stored);
      for (int i = 0; i < Math.max(ours.size(), theirs.size()); i++) {
        String a = i < theirs.size() ? theirs.get(i) : "0";
        String b = i < ours.size() ? ours.get(i) : "0";
        int order = compare(a, b);
        if (order != 0) {
          return order < 0;
        }
      }
      return false;
    }

    private static int compare(String a, String b) {
      boolean numbers = Character.isDigit(a.charAt(0)) && Character.isDigit(b.charAt(0));
      return numbers ? new BigInteger(a).compareTo(new BigInteger(b)) : a.compareTo(b);
    }

    private static List<String> parts(String text) {
      List<String> parts = new ArrayList<>();
      Matcher matcher = PART.matcher(text);
      while (matcher.find()) {
        parts.add(matcher.group());
      }
      return parts;
    }
  }

  /**
   * @param index name or alias of the article index
   */
  public StoredVersions(Access access, String index) {
    this.access = access;
    this.index = index;
  }

  /**
   * The keys whose articles are in the index and were written by something older.
   *
   * @throws IOException when the cluster refuses or does not answer
   */
  public List<String> olderThan(Bound bound, List<String> keys) throws IOException {
    List<String> older = new ArrayList<>();
    try (RestClient client = access.open()) {
      for (int from = 0; from < keys.size(); from += AT_ONCE) {
        List<String> some = keys.subList(from, Math.min(keys.size(), from + AT_ONCE));
        Map<String, String> versions = read(client, bound, some);
        for (String key : some) {
          Optional.ofNullable(versions.get(NewsEntryReader.idOf(key)))
              .filter(bound::isAfter)
              .ifPresent(version -> older.add(key));
        }
      }
    } catch (ResponseException e) {
      throw new IOException(
          "Elasticsearch answered " + e.getResponse().getStatusLine() + " to reading " + index, e);
    } catch (IOException e) {
      throw Trust.explained("Elasticsearch", e);
    }
    return older;
  }

  private Map<String, String> read(RestClient client, Bound bound, List<String> keys)
      throws IOException {
    String field = bound.gazetteer() ? "gazetteer_version" : "version";
    ObjectNode body = MAPPER.createObjectNode();
    var ids = body.putArray("ids");
    keys.forEach(key -> ids.add(NewsEntryReader.idOf(key)));
    Request request = new Request("POST", "/" + index + "/_mget");
    request.addParameter("_source_includes", "news." + field);
    request.setJsonEntity(MAPPER.writeValueAsString(body));
    JsonNode answer =
        MAPPER.readTree(EntityUtils.toByteArray(client.performRequest(request).getEntity()));
    Map<String, String> versions = new HashMap<>();
    for (JsonNode doc : answer.path("docs")) {
      if (doc.has("error")) {
        throw new IOException(
            index + " cannot be read: " + doc.path("error").path("reason").asString(""));
      }
      if (doc.path("found").asBoolean(false)) {
        versions.put(
            doc.path("_id").asString(""),
            doc.path("_source").path("news").path(field).asString(""));
      }
    }
    return versions;
  }
}
