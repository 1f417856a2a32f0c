package io.dateline.elasticsearch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A real node in a process of its own, on a free loopback port, with its data in the temporary
 * folder until it is closed. Used by one thread.
 */
public final class ElasticsearchNode implements AutoCloseable {

  /** The node listens after about ten seconds on an idle machine, and thirty on a busy one. */
  private static final Duration START_LIMIT = Duration.ofMinutes(3);

  private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

  private static final Pattern LISTENING =
      Pattern.compile("AbstractHttpServerTransport.*publish_address \\{([^}]+)\\}");

  private final Path home;
  private final Path work;
  private final Map<String, String> settings;
  private final String heap;
  private final String javaHome;
  private final @Nullable SSLContext trust;
  private final Thread hook = new Thread(this::kill, "stop-elasticsearch");
  private @Nullable Process process;
  private int port;
  private boolean detached;

  private record Module(String name, String description, String policy, List<Path> jars) {}

  /** What to start. */
  public static final class Builder {
    private final Path zip;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final List<String[]> programs = new ArrayList<>();
    private final List<Module> modules = new ArrayList<>();
    private final StringBuilder roles = new StringBuilder();
    private String heap = "256m";
    private String javaHome = System.getProperty("java.home");
    private @Nullable SSLContext trust;
    private @Nullable Path certificate;

    private Builder(Path zip) {
      this.zip = zip;
    }

    /** The JVM's heap; 256m unless said otherwise, 128m is the least that boots. */
    public Builder heap(String size) {
      heap = size;
      return this;
    }

    /** The JDK that runs the server: 17 or later for Elasticsearch 8, 21 or later for 9. */
    public Builder javaHome(Path jdk) {
      javaHome = jdk.toString();
      return this;
    }

    /** A setting of elasticsearch.yml. */
    public Builder setting(String name, String value) {
      settings.put(name, value);
      return this;
    }

    /** Asks for credentials; the user {@code elastic} may do everything. */
    public Builder password(String elastic) {
      setting("xpack.security.enabled", "true");
      setting("xpack.security.http.ssl.enabled", "false");
      setting("xpack.security.transport.ssl.enabled", "false");
      setting("xpack.security.autoconfiguration.enabled", "false");
      programs.add(
          new String[] {
            elastic, "elasticsearch-keystore", "add", "-x", "-f", "bootstrap.password"
          });
      return this;
    }

    /**
     * Speaks TLS only; after {@link #password}, as the node wants security on for it.
     *
     * @param authority that signed the certificate
     * @param keyStore from {@link TestAuthority#issue}
     */
    public Builder tls(SSLContext authority, Path keyStore) {
      trust = authority;
      certificate = keyStore;
      setting("xpack.security.http.ssl.enabled", "true");
      setting("xpack.security.http.ssl.keystore.path", "http.p12");
      programs.add(
          new String[] {
            TestAuthority.PASSWORD,
            "elasticsearch-keystore",
            "add",
            "-x",
            "-f",
            "xpack.security.http.ssl.keystore.secure_password"
          });
      return this;
    }

    /**
     * A module that the minimal distribution lacks, from its jars. The node then runs from a copy
     * of the distribution.
     *
     * @param description its plugin-descriptor.properties
     * @param policy its plugin-security.policy; empty for none
     */
    public Builder module(String name, String description, String policy, List<Path> jars) {
      modules.add(new Module(name, description, policy, List.copyOf(jars)));
      return this;
    }

    /**
     * A user of the file realm.
     *
     * @param role its name and definition as YAML, as in roles.yml
     */
    public Builder user(String name, String password, String roleName, String role) {
      roles.append(role).append('\n');
      programs.add(
          new String[] {
            "", "elasticsearch-users", "useradd", name, "-p", password, "-r", roleName
          });
      return this;
    }

    /**
     * Starts the node and waits until it answers.
     *
     * @throws IOException if it does not, with the end of its log
     */
    public ElasticsearchNode start() throws IOException, InterruptedException {
      ElasticsearchNode node = new ElasticsearchNode(this);
      Files.writeString(
          node.work.resolve("config/roles.yml"), roles.toString(), StandardCharsets.UTF_8);
      if (certificate != null) {
        Files.copy(certificate, node.work.resolve("config/http.p12"));
      }
      ServerUser.own(node.work);
      for (String[] program : programs) {
        node.run(program);
      }
      node.boot();
      return node;
    }
  }

  /**
   * A node of this distribution.
   *
   * @param zip {@code org.elasticsearch.distribution.integ-test-zip:elasticsearch}
   */
  public static Builder of(Path zip) {
    return new Builder(zip);
  }

  private ElasticsearchNode(Builder builder) throws IOException {
    Path shared = UnpackedZip.home(builder.zip);
    work = Files.createTempDirectory("dateline-node-");
    home = builder.modules.isEmpty() ? shared : withModules(shared, builder.modules);
    heap = builder.heap;
    javaHome = builder.javaHome;
    trust = builder.trust;
    settings = new LinkedHashMap<>();
    settings.put("discovery.type", "single-node");
    settings.put("http.host", "127.0.0.1");
    settings.put("transport.host", "127.0.0.1");
    settings.put("transport.port", "0");
    settings.put("path.data", work.resolve("data").toString());
    settings.put("path.logs", work.resolve("logs").toString());
    settings.put("cluster.routing.allocation.disk.threshold_enabled", "false");
    if (Files.isDirectory(home.resolve("modules/x-pack-core"))) {
      settings.put("xpack.security.enabled", "false");
    }
    settings.putAll(builder.settings);
    for (String folder : List.of("config", "data", "logs", "tmp")) {
      Files.createDirectory(work.resolve(folder));
    }
    copy(home.resolve("config"), work.resolve("config"));
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private Path withModules(Path shared, List<Module> modules) throws IOException {
    Path own = work.resolve("home");
    copy(shared, own);
    Files.createDirectories(own.resolve("logs"));
    for (Module module : modules) {
      Path folder = Files.createDirectories(own.resolve("modules").resolve(module.name()));
      Files.writeString(folder.resolve("plugin-descriptor.properties"), module.description());
      if (!module.policy().isEmpty()) {
        Files.writeString(folder.resolve("plugin-security.policy"), module.policy());
      }
      for (Path jar : module.jars()) {
        Files.copy(jar, folder.resolve(jar.getFileName().toString()));
      }
    }
    return own;
  }

  private static void copy(Path folder, Path target) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path from : (Iterable<Path>) paths::iterator) {
        Path to = target.resolve(folder.relativize(from).toString());
        if (Files.isDirectory(from)) {
          Files.createDirectories(to);
        } else {
          Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  /** Where it listens. */
  public URI url() {
    return URI.create((trust == null ? "http" : "https") + "://127.0.0.1:" + port);
  }

  /** The launcher's process id; ending it ends the server. */
  public long pid() {
    Process running = process;
    if (running == null) {
      throw new IllegalStateException("not running");
    }
    return running.pid();
  }

  /** Where its log is. */
  public Path log() {
    return work.resolve("console.log");
  }

  /** Leaves it running when this JVM ends, and after {@link #close}. */
  public void detach() {
    detached = true;
    Runtime.getRuntime().removeShutdownHook(hook);
  }

  /** Ends it as a power cut would. Its data stay for {@link #boot}. */
  public void kill() {
    Process running = process;
    if (running != null) {
      running.descendants().forEach(ProcessHandle::destroyForcibly);
      running.destroyForcibly();
      running.onExit().join();
      process = null;
    }
  }

  /**
   * Starts it again after {@link #kill}, on the port it had.
   *
   * @throws IOException if it does not answer in time, with the end of its log
   */
  public void boot() throws IOException, InterruptedException {
    if (process != null) {
      throw new IllegalStateException("running already");
    }
    Files.deleteIfExists(log());
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin/elasticsearch").toString());
    settings.forEach((name, value) -> command.add("-E" + name + "=" + value));
    command.add("-Ehttp.port=" + port);
    Process started =
        new ProcessBuilder(ServerUser.wrap(clean(command)))
            .redirectErrorStream(true)
            .redirectOutput(log().toFile())
            .directory(work.toFile())
            .start();
    process = started;
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (!answers()) {
      if (!started.isAlive() || System.nanoTime() > deadline) {
        String state =
            started.isAlive()
                ? "does not answer after " + START_LIMIT.toSeconds() + " s"
                : "ended with exit code " + started.exitValue();
        kill();
        throw new IOException("Elasticsearch " + state + ". The end of its log:\n" + endOfLog());
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  @Override
  public void close() {
    if (detached) {
      return;
    }
    Process running = process;
    if (running != null) {
      running.destroy();
      try {
        if (!running.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
          kill();
        }
      } catch (InterruptedException e) {
        kill();
        Thread.currentThread().interrupt();
      }
      process = null;
    }
    Runtime.getRuntime().removeShutdownHook(hook);
    UnpackedZip.delete(work);
  }

  private boolean answers() throws IOException, InterruptedException {
    if (!Files.exists(log())) {
      return false;
    }
    Matcher listening = LISTENING.matcher(Files.readString(log(), StandardCharsets.UTF_8));
    if (!listening.find()) {
      return false;
    }
    String address = listening.group(1);
    port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    HttpRequest health =
        HttpRequest.newBuilder(url().resolve("/_cluster/health"))
            .timeout(Duration.ofSeconds(10))
            .build();
    try {
      int status = client().send(health, BodyHandlers.discarding()).statusCode();
      return status == 200 || status == 401;
    } catch (IOException e) {
      return false; // listening, not serving yet
    }
  }

  private HttpClient client() {
    return trust == null
        ? HttpClient.newHttpClient()
        : HttpClient.newBuilder().sslContext(trust).build();
  }

  /** Runs one of the server's own programs, giving it a line of input. */
  private void run(String[] program) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin").resolve(program[1]).toString());
    command.addAll(List.of(program).subList(2, program.length));
    Process running =
        new ProcessBuilder(ServerUser.wrap(clean(command)))
            .redirectErrorStream(true)
            .directory(work.toFile())
            .start();
    try (var in = running.outputWriter(StandardCharsets.UTF_8)) {
      in.write(program[0]);
    }
    String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (running.waitFor() != 0) {
      throw new IOException(program[1] + " failed: " + said);
    }
  }

  /** With an environment of its own: a user's ES_JAVA_OPTS must not decide a test. */
  private List<String> clean(List<String> command) {
    List<String> clean =
        new ArrayList<>(
            List.of(
                "env",
                "-i",
                "PATH=" + System.getenv().getOrDefault("PATH", "/usr/bin:/bin"),
                "HOME=" + work,
                "LANG=C.UTF-8",
                "ES_JAVA_HOME=" + javaHome,
                "JAVA_HOME=" + javaHome,
                "ES_PATH_CONF=" + work.resolve("config"),
                "ES_TMPDIR=" + work.resolve("tmp"),
                "ES_JAVA_OPTS=-Xms" + heap + " -Xmx" + heap));
    clean.addAll(command);
    return clean;
  }

  private String endOfLog() throws IOException {
    if (!Files.exists(log())) {
      return "(there is none)";
    }
    List<String> lines = Files.readAllLines(log(), StandardCharsets.UTF_8);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
  }
}
