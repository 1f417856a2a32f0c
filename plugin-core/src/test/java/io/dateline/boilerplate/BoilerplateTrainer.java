package io.dateline.boilerplate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * Trains the two models of {@link KeepModel} on a folder of pages with gold text and prints F1
 * cross-validated by site. It takes {@code CORPUS html|txt MODEL [PREDICTIONS]}: a folder with
 * gold.jsonl, html/ID.html.gz and txt/ID.txt.gz; which of the two to train; the model file to
 * write; and a file for the cross-validated answers as JSON lines, to be read by a scorer.
 *
 * <pre>
 * mvn -pl plugin-core test-compile exec:java -Dexec.classpathScope=test \
 *   -Dexec.mainClass=io.dateline.boilerplate.BoilerplateTrainer \
 *   -Dexec.args="CORPUS html plugin-core/src/main/resources/io/dateline/boilerplate/keep-html.model"
 * </pre>
 *
 * <p>The corpus the shipped models were trained on is the article part of WCXB (CC BY 4.0).
 */
public final class BoilerplateTrainer {

  private static final int FOLDS = 5;
  private static final long SEED = 20_261_120;
  private static final GradientBoosting.Settings SETTINGS =
      new GradientBoosting.Settings(
          Integer.getInteger("trees", 180),
          Integer.getInteger("leaves", 20),
          0.08,
          0.3,
          0.6,
          3,
          12);
  private static final ObjectMapper JSON = new ObjectMapper();

  private record Page(
      String id, int fold, Evidence evidence, FeatureTable features, GoldLabels labels) {}

  private final List<Page> pages = new ArrayList<>();
  private final List<Integer> starts = new ArrayList<>();
  private int rows;
  private int width;

  private BoilerplateTrainer() {}

  public static void main(String[] args) throws IOException {
    BoilerplateTrainer trainer = new BoilerplateTrainer();
    trainer.read(Path.of(args[0]), args[1]);
    trainer.train(Path.of(args[0]), Path.of(args[2]), args.length > 3 ? Path.of(args[3]) : null);
  }

  private void read(Path corpus, String kind) throws IOException {
    for (String line : Files.readAllLines(corpus.resolve("gold.jsonl"))) {
      JsonNode gold = JSON.readTree(line);
      String id = gold.get("id").asText();
      Path file = corpus.resolve(kind).resolve(id + "." + kind + ".gz");
      if (!Files.exists(file)) {
        continue;
      }
      String source = text(file);
      Capture capture = kind.equals("html") ? HtmlCapture.of(source) : TextCapture.of(source);
      Evidence evidence = Evidence.of(CapturedPage.of(capture));
      GoldLabels labels = new GoldLabels(evidence.text, gold.get("text").asText());
      int fold = Math.floorMod(site(gold.get("url").asText()).hashCode(), FOLDS);
      starts.add(rows);
      rows += evidence.count;
      pages.add(new Page(id, fold, evidence, Features.of(evidence), labels));
    }
    width = pages.get(0).features().width();
    double coverage = pages.stream().mapToDouble(p -> p.labels().coverage).average().orElse(0);
    System.out.printf(
        "%d pages, %d blocks, %d features; gold covered %.3f, below .6: %d%n",
        pages.size(),
        rows,
        width,
        coverage,
        pages.stream().filter(p -> p.labels().coverage < .6).count());
  }

  private void train(Path corpus, Path model, Path predictions) throws IOException {
    float[] target = new float[rows];
    float[] weight = new float[rows];
    float[] values = new float[rows * width];
    int[] fold = new int[rows];
    for (int p = 0; p < pages.size(); p++) {
      Page page = pages.get(p);
      int at = starts.get(p);
      System.arraycopy(
          page.features().values(), 0, values, at * width, page.evidence().count * width);
      for (int i = 0; i < page.evidence().count; i++) {
        fold[at + i] = page.fold();
        target[at + i] = page.labels().share[i] >= 0.5f ? 1 : 0;
        boolean usable = page.labels().coverage >= 0.6f;
        weight[at + i] = usable ? weight(page, i) * sample(page, i, target[at + i]) : 0;
      }
    }
    normalise(weight);
    GradientBoosting boosting = new GradientBoosting(values, width);
    float[] out = new float[rows];
    for (int f = 0; f < FOLDS; f++) {
      TreeEnsemble trees =
          boosting.grow(target, without(weight, fold, f), SETTINGS, SEED + f).ensemble();
      for (int i = 0; i < rows; i++) {
        if (fold[i] == f) {
          out[i] = trees.score(values, i * width);
        }
      }
    }
    System.out.printf("cross-validated by site: %s%n", quality(out, target, weight));
    for (float threshold : new float[] {0.35f, 0.4f, 0.45f, 0.5f}) {
      System.out.printf("words F1 at %.2f: %.4f%n", threshold, wordsF1(out, threshold));
    }
    write(corpus, model, boosting.grow(target, weight, SETTINGS, SEED));
    if (predictions != null) {
      predict(predictions, out);
    }
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

  private static float[] without(float[] weight, int[] fold, int f) {
    float[] rest = weight.clone();
    for (int i = 0; i < rest.length; i++) {
      rest[i] = fold[i] == f ? 0 : rest[i];
    }
    return rest;
  }

  private static String quality(float[] score, float[] target, float[] weight) {
    double loss = 0;
    double wrong = 0;
    double sum = 0;
    for (int i = 0; i < score.length; i++) {
      double p = Math.min(1 - 1e-6, Math.max(1e-6, score[i]));
      loss -= weight[i] * (target[i] > 0.5 ? Math.log(p) : Math.log(1 - p));
      wrong += weight[i] * ((score[i] >= 0.5) == (target[i] > 0.5) ? 0 : 1);
      sum += weight[i];
    }
    return String.format("log loss %.4f, weighted error %.4f", loss / sum, wrong / sum);
  }

  private double wordsF1(float[] score, float threshold) {
    double precision = 0;
    double recall = 0;
    for (int p = 0; p < pages.size(); p++) {
      Page page = pages.get(p);
      double hit = 0;
      double kept = 0;
      for (int i = 0; i < page.evidence().count; i++) {
        if (score[starts.get(p) + i] >= threshold) {
          kept += page.evidence().text.length(i);
          hit += page.evidence().text.length(i) * page.labels().share[i];
        }
      }
      precision += kept == 0 ? 0 : hit / kept;
      recall += hit / page.labels().goldWords();
    }
    precision /= pages.size();
    recall /= pages.size();
    return 2 * precision * recall / (precision + recall);
  }

  private void write(Path corpus, Path model, GradientBoosting.Grown grown) throws IOException {
    List<String> lines = new ArrayList<>();
    List<String> names = pages.get(0).features().names();
    lines.add(
        "# Boosted trees that tell body from boilerplate. Written by BoilerplateTrainer; see its Javadoc for the command.");
    lines.add(
        "# Trained on WCXB (Murrough Foley 2026, CC BY 4.0), part 'articles', "
            + pages.size()
            + " pages; sha256 of its gold.jsonl:");
    lines.add("# " + digest(corpus.resolve("gold.jsonl")));
    lines.add("features " + names.size() + " " + names.hashCode());
    lines.add("trees " + grown.trees().size() + " " + grown.base());
    lines.addAll(grown.trees());
    Files.write(model, lines);
    System.out.printf("%s: %d bytes%n", model.getFileName(), Files.size(model));
  }

  private void predict(Path predictions, float[] score) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int p = 0; p < pages.size(); p++) {
      Page page = pages.get(p);
      int at = starts.get(p);
      Judgement judgement =
          BoilerplateDetector.judge(
              page.evidence(), Arrays.copyOfRange(score, at, at + page.evidence().count));
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
