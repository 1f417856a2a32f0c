package io.dateline.tika.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.tika.exception.TikaConfigException;
import org.apache.tika.pipes.emitter.EmitterManager;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The emitter's parameters")
class EmitterSettingsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          url=                                       | url is missing
          url=localhost:9200                         | url must be http://host:port
          url=http://u:p@localhost:9200              | credentials do not belong into the url
          url=http://a/x,http://b/y                  | all urls must have the same path
          url=http://a;onDuplicate=maybe             | onDuplicate must be one of replace, keep, version
          url=http://a;batchBytes=0                  | batchBytes must be positive
          url=http://a;batchDocuments=many           | batchDocuments must be a number
          url=http://a;batchDocuments=20000          | batchDocuments is out of range
          url=http://a;username=me                   | username needs one of password
          url=http://a;password=hidden               | username needs one of password
          url=http://a;apiKey=k;apiKeyFile=f         | give one of apiKey, apiKeyEnv and apiKeyFile
          url=http://a;username=u;password=p;apiKey=k | give a password or an API key
          url=http://a;passwordFile=/no/such/file;username=u | cannot read the secret from /no/such/file
          url=http://a;apiKeyEnv=NO_SUCH_VARIABLE    | NO_SUCH_VARIABLE is not set
          url=http://a;caFile=/no/such/file          | need https addresses
          url=https://a;caFile=/no/such/file         | caFile cannot be read
          url=https://a;caFingerprint=12:34          | caFingerprint must be a SHA-256
          url=http://a;articleIndex=News             | articleIndex is out of range
          url=http://a;articleIndex=x;placeIndex=x   | must differ
          url=http://a;timezone=Nowhere/Land         | timezone must be an IANA zone
          url=http://a;compress=maybe                | compress must be one of true, false
          url=http://a;colour=red                    | unknown parameter colour
          """)
  void refusesWithASentence(String params, String sentence) {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> EmitterSettings.read(parse(params.strip())));

    assertTrue(e.getMessage().contains(sentence.strip()), e::getMessage);
  }

  @Test
  void hasTheDocumentedDefaults() {
    EmitterSettings settings = EmitterSettings.read(Map.of("url", "http://localhost:9200"));

    assertEquals("news-articles", settings.sending().articleIndex());
    assertEquals("news-places", settings.sending().placeIndex());
    assertEquals(Duration.ofSeconds(40), settings.sending().deadline());
    assertEquals(500, settings.sending().batchDocuments());
    assertFalse(settings.access().compress(), "within one machine");
    for (String far :
        new String[] {"http://a", "http://127.0.0.1:1,http://a", "http://127.a.b.c"}) {
      assertTrue(EmitterSettings.read(Map.of("url", far)).access().compress(), far);
    }
  }

  @Test
  void neverShowsSecrets(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("key");
    Files.writeString(file, "s3cr3t-key\n");

    String basic =
        EmitterSettings.read(parse("url=http://a;username=u;password=s3cr3t-word")).toString();
    String apiKey = EmitterSettings.read(parse("url=http://a;apiKeyFile=" + file)).toString();

    for (String shown : new String[] {basic, apiKey}) {
      assertFalse(shown.contains("s3cr3t"), shown);
      assertFalse(shown.contains("dTpz"), "not in Base64 either: " + shown);
      assertTrue(shown.contains("(secret)"), shown);
    }
  }

  @Test
  void everyParameterHasASetterAndEverySetterAParameter() throws TikaConfigException {
    Map<String, String> samples =
        parse(
            "url=https://a;connectTimeoutMillis=5;requestTimeoutMillis=5;compress=false;"
                + "articleIndex=x;placeIndex=y;pipeline=p;onDuplicate=keep;deadlineMillis=5;"
                + "deadLetterFolder=f;deadLetterMaxBytes=5;batchBytes=5;batchDocuments=5;"
                + "timezone=Europe/Prague");
    long setters =
        Arrays.stream(ElasticsearchEmitter.class.getDeclaredMethods())
            .map(Method::getName)
            .filter(name -> name.startsWith("set"))
            .count();

    EmitterManager manager = load(samples);

    assertEquals("es", manager.getEmitter("es").getName());
    assertEquals(23, setters, "nine more: credentials and certificates");
  }

  @Test
  void tikaRefusesToStartWithAMistake() {
    assertThrows(TikaConfigException.class, () -> load(parse("url=http://a;batchBytes=-1")));
    assertThrows(TikaConfigException.class, () -> load(parse("url=http://a;colour=red")));
    assertThrows(TikaConfigException.class, () -> load(parse("pipeline=p")));
  }

  private static EmitterManager load(Map<String, String> params) throws TikaConfigException {
    StringBuilder xml = new StringBuilder("<properties><emitters><emitter class=\"");
    xml.append(ElasticsearchEmitter.class.getName()).append("\"><name>es</name>");
    params.forEach((name, value) -> xml.append("<%s>%s</%s>".formatted(name, value, name)));
    xml.append("</emitter></emitters></properties>");
    try {
      Path file = Files.createTempFile("emitters", ".xml");
      try {
        Files.write(file, xml.toString().getBytes(StandardCharsets.UTF_8));
        return EmitterManager.load(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Map<String, String> parse(String params) {
    Map<String, String> map = new HashMap<>();
    for (String param : params.split(";", -1)) {
      String[] pair = param.split("=", 2);
      map.put(pair[0], pair[1]);
    }
    return map;
  }
}
