package io.dateline.boilerplate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dateline.Meter;
import io.dateline.capture.Capture;
import io.dateline.capture.CapturedPage;
import io.dateline.capture.HtmlCapture;
import io.dateline.capture.TextCapture;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/**
 * Trains the two models of {@link KeepModel} on a folder of pages with gold text and prints F1
 * cross-validated by site. It takes {@code CORPUS html|txt MODEL [PREDICTIONS]}: a folder with
 * gold.jsonl, html/ID.html.gz and txt/ID.txt.gz; which of the two to train; the model file to
 * write; and a file for the cross-validated answers as JSON lines, to be read by a scorer.
 *
 * <pre>
 * mvn -pl plugin-core test-compile
 * mvn -pl plugin-core exec:java -Dexec.classpathScope=test \
 *   -Dexec.mainClass=io.dateline.boilerplate.BoilerplateTrainer \
 *   -Dexec.args="CORPUS html plugin-core/src/main/resources/io/dateline/boilerplate/keep-html.model"
 * </pre>
 *
 * <p>In one command the arguments would reach the build's own steps that pack tables and compile
 * the gazetteer.
 *
 * <p>The corpus the shipped models were trained on is the article part of WCXB (CC BY 4.0).
 */
public final class BoilerplateTrainer {

  private static final int FOLDS = 5;
  private static final long SEED = 20_261_120;
  private static final GradientBoosting.Settings SETTINGS =
      new GradientBoosting.Settings(180, 20, 0.08, 0.3, 0.6, 3, 12);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A page; made ones are for learning only. */
  private record Page(
      String id,
      int fold,
      boolean made,
      Evidence evidence,
      FeatureTable features,
      GoldLabels labels) {}

  private final List<Page> pages = new ArrayList<>();

  private BoilerplateTrainer() {}

  public static void main(String[] args) throws IOException {
    BoilerplateTrainer trainer = new BoilerplateTrainer();
    trainer.read(Path.of(args[0]), args[1]);
    trainer.train(Path.of(args[0]), Path.of(args[2]), args.length > 3 ? Path.of(args[3]) : null);
  }

  private void read(Path corpus, String kind) throws IOException {
    List<List<CaptureMixer.Source>> sources = new ArrayList<>();
    List<JsonNode> golds = new ArrayList<>();
    for (int f = 0; f < FOLDS; f++) {
      sources.add(new ArrayList<>());
    }
    for (String line : Files.readAllLines(corpus.resolve("gold.jsonl"))) {
      JsonNode gold = JSON.readTree(line);
      Path file = corpus.resolve(kind).resolve(gold.get("id").asText() + "." + kind + ".gz");
      if (!Files.exists(file)) {
        continue;
      }
      String source = text(file);
      Capture capture = kind.equals("html") ? HtmlCapture.of(source) : TextCapture.of(source);
      int fold = Math.floorMod(site(gold.get("url").asText()).hashCode(), FOLDS);
      Evidence evidence = Evidence.of(CapturedPage.of(capture));
      GoldLabels labels = new GoldLabels(evidence.text, gold.get("text").asText());
      add(gold, fold, false, evidence, labels);
      golds.add(gold);
      BitSet body = new BitSet();
      for (int i = 0; i < evidence.count; i++) {
        body.set(i, labels.share[i] >= 0.5f);
      }
      sources
          .get(fold)
          .add(new CaptureMixer.Source(source, evidence.blocks, body, gold.path("title").asText()));
    }
    if (kind.equals("txt")) {
      mix(sources, golds);
    }
    List<Page> real = pages.stream().filter(page -> !page.made()).toList();
    System.out.printf(
        "%d pages, %d made, %d features; gold covered %.3f, below .6: %d%n",
        real.size(),
        pages.size() - real.size(),
        pages.get(0).features().width(),
        real.stream().mapToDouble(p -> p.labels().coverage).average().orElse(0),
        real.stream().filter(p -> p.labels().coverage < .6).count());
  }

  private Page add(JsonNode gold, int fold, boolean made, Evidence evidence, GoldLabels labels) {
    String id = gold.get("id").asText();
    Page page = new Page(id, fold, made, evidence, Features.of(evidence), labels);
    pages.add(page);
    return page;
  }

  /** Adds a harder capture of every page, most of them in a made-up tongue. */
  private void mix(List<List<CaptureMixer.Source>> sources, List<JsonNode> golds) {
    List<CaptureMixer> mixers = new ArrayList<>();
    for (List<CaptureMixer.Source> fold : sources) {
      mixers.add(new CaptureMixer(fold, SEED + mixers.size()));
    }
    int[] next = new int[FOLDS];
    for (int p = 0; p < golds.size(); p++) {
      int fold = pages.get(p).fold();
      String mixed = mixers.get(fold).mix(sources.get(fold).get(next[fold]++));
      Evidence evidence = Evidence.of(CapturedPage.of(TextCapture.of(mixed)));
      GoldLabels labels = new GoldLabels(evidence.text, golds.get(p).get("text").asText());
      Tongue tongue = Tongue.of(p);
      PhraseBook phrases = p % 3 == 0 ? PhraseBook.builtIn() : PhraseBook.empty();
      CapturedPage told = CapturedPage.of(TextCapture.of(tongue.tell(mixed)));
      if (told.blocks().size() == evidence.count) {
        add(golds.get(p), fold, true, Evidence.of(told, phrases), labels);
      }
    }
  }

  private void train(Path corpus, Path model, Path predictions) throws IOException {
    List<float[]> scores = new ArrayList<>();
    GradientBoosting.Grown grown = grow(scores);
    System.out.print("cross-validated by site: words F1");
    for (float threshold : new float[] {0.3f, 0.35f, 0.4f, 0.45f, 0.5f}) {
      System.out.printf(" %.4f at %.2f", wordsF1(scores, threshold), threshold);
    }
    System.out.println();
    write(corpus, model, grown);
    if (predictions != null) {
      predict(predictions, scores);
    }
  }

  /** Grows the trees on everything, and scores each page by trees that have not seen its site. */
  private GradientBoosting.Grown grow(List<float[]> scores) {
    int width = pages.get(0).features().width();
    List<float[]> rows = new ArrayList<>();
    List<Float> target = new ArrayList<>();
    List<Float> weight = new ArrayList<>();
    List<Float> fold = new ArrayList<>();
    for (Page page : pages) {
      scores.add(new float[page.evidence().count]);
      for (int i = 0; i < page.evidence().count; i++) {
        float body = page.labels().share[i] >= 0.5f ? 1f : 0f;
        float w = page.labels().coverage < 0.6f ? 0 : weight(page, i) * sample(page, i, body);
        if (w > 0) {
          rows.add(page.features().row(i));
          target.add(body);
          weight.add(w);
          fold.add((float) page.fold());
        }
      }
    }
    float[] targets = array(target);
    float[] weights = array(weight);
    float[] folds = array(fold);
    normalise(weights);
    GradientBoosting boosting = new GradientBoosting(rows, width);
    IntStream.range(0, FOLDS)
        .parallel()
        .forEach(
            f -> {
              float[] others = without(weights, folds, f);
              score(f, boosting.grow(targets, others, SETTINGS, SEED + f).ensemble(), scores);
            });
    return boosting.grow(targets, weights, SETTINGS, SEED);
  }

  private void score(int fold, TreeEnsemble trees, List<float[]> scores) {
    for (int p = 0; p < pages.size(); p++) {
      FeatureTable features = pages.get(p).features();
      if (pages.get(p).fold() == fold) {
        float[] found = trees.score(features, Meter.unlimited());
        System.arraycopy(found, 0, scores.get(p), 0, found.length);
      }
    }
  }

  private static float[] array(List<Float> list) {
    float[] array = new float[list.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = list.get(i);
    }
    return array;
  }

  /** Blocks weigh by their share of the page's gold, so that pages weigh alike. */
  private static float weight(Page page, int i) {
    float words = page.evidence().text.words[i];
    return Math.min(0.3f, (words + 2) / Math.max(60, page.labels().goldWords()));
  }

  /** Of the many blocks far from any running text a quarter is enough to learn from. */
  private static float sample(Page page, int i, float target) {
    Evidence evidence = page.evidence();
    boolean far = i < evidence.place.coreFrom - 12 || i > evidence.place.coreEnd + 12;
    if (target > 0 || evidence.mass[i] > 0 || !far) {
      return 1;
    }
    return (i * 7 + page.id().hashCode()) % 4 == 0 ? 4 : 0;
  }

  private static void normalise(float[] weight) {
    double sum = 0;
    int used = 0;
    for (float w : weight) {
      sum += w;
      used += w > 0 ? 1 : 0;
    }
    for (int i = 0; i < weight.length; i++) {
      weight[i] *= (float) (used / sum);
    }
  }

  private static float[] without(float[] weight, float[] fold, int f) {
    float[] rest = weight.clone();
    for (int i = 0; i < rest.length; i++) {
      rest[i] = fold[i] == f ? 0 : rest[i];
    }
    return rest;
  }

  private double wordsF1(List<float[]> scores, float threshold) {
    double precision = 0;
    double recall = 0;
    int count = 0;
    for (int p = 0; p < pages.size(); p++) {
      Page page = pages.get(p);
      if (page.made()) {
        continue;
      }
      count++;
      double hit = 0;
      double kept = 0;
      for (int i = 0; i < page.evidence().count; i++) {
        if (scores.get(p)[i] >= threshold) {
          kept += page.evidence().text.length(i);
          hit += page.evidence().text.length(i) * page.labels().share[i];
        }
      }
      precision += kept == 0 ? 0 : hit / kept;
      recall += hit / page.labels().goldWords();
    }
    precision /= count;
    recall /= count;
    return 2 * precision * recall / (precision + recall);
  }

  private void write(Path corpus, Path model, GradientBoosting.Grown grown) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(
        "# Boosted trees that tell body from boilerplate. Written by BoilerplateTrainer; see its Javadoc for the command.");
    lines.add(
        "# Trained on WCXB (Murrough Foley 2026, CC BY 4.0), part 'articles', "
            + pages.stream().filter(page -> !page.made()).count()
            + " pages; sha256 of its gold.jsonl:");
    lines.add("# " + digest(corpus.resolve("gold.jsonl")));
    List<String> names = pages.get(0).features().names();
    lines.add("features " + names.size() + " " + names.hashCode());
    lines.add("trees " + grown.trees().size() + " " + grown.base());
    lines.addAll(grown.trees());
    Files.write(model, lines);
    System.out.printf("%s: %d bytes%n", model.getFileName(), Files.size(model));
  }

  private void predict(Path predictions, List<float[]> scores) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int p = 0; p < pages.size(); p++) {
      Page page = pages.get(p);
      if (page.made()) {
        continue;
      }
      Judgement judgement = BoilerplateDetector.judge(page.evidence(), scores.get(p));
      String text =
          judgement.blocks().stream()
              .filter(block -> block.kind().isBody())
              .map(JudgedBlock::text)
              .collect(Collectors.joining("\n\n"));
      lines.add(JSON.createObjectNode().put("id", page.id()).put("text", text).toString());
    }
    Files.write(predictions, lines);
  }

  /** The registrable domain, near enough: two labels, three under a two-letter second level. */
  public static String site(String url) {
    String host = URI.create(url.replaceAll("[^\\x21-\\x7e]|[|{}\\[\\]\"<>^`\\\\]", "-")).getHost();
    String[] labels = (host == null ? url : host).split("\\.", -1);
    int keep = labels.length > 2 && labels[labels.length - 2].length() <= 3 ? 3 : 2;
    return String.join(
        ".", Arrays.copyOfRange(labels, Math.max(0, labels.length - keep), labels.length));
  }

  /** Of a gzipped UTF-8 file. */
  public static String text(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** SHA-256 in hex. */
  public static String digest(Path file) throws IOException {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
