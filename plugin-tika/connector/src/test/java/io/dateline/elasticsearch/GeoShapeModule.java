package io.dateline.elasticsearch;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A module for the minimal 7.10.2 node that registers the field type {@code geo_shape}, compiled
 * against that node's own jars: they hold the code, and the module that offers it is not to be had.
 */
public final class GeoShapeModule {

  private static final String CLASS = "io.dateline.elasticsearch.geo.GeoShapePlugin";

  private static final String DESCRIPTION =
      """
      name=geo-shape
      description=registers the server's own geo_shape
      version=7.10.2
      classname=%s
      java.version=1.8
      elasticsearch.version=7.10.2
      extended.plugins=
      has.native.controller=false
      """
          .formatted(CLASS);

  private GeoShapeModule() {}

  /** A node of the distribution at {@code zip}, 7.10.2, that knows {@code geo_shape}. */
  public static ElasticsearchNode.Builder on(Path zip, Path work) throws IOException {
    Path jar = jar(UnpackedZip.home(zip).resolve("lib"), work);
    return ElasticsearchNode.of(zip).module("geo-shape", DESCRIPTION, "", List.of(jar));
  }

  private static Path jar(Path serverJars, Path work) throws IOException {
    Path source = work.resolve("GeoShapePlugin.java");
    try (InputStream in = GeoShapeModule.class.getResourceAsStream("GeoShapePlugin.java.txt")) {
      Files.copy(Objects.requireNonNull(in, "GeoShapePlugin.java.txt"), source);
    }
    String classPath;
    try (Stream<Path> jars = Files.list(serverJars)) {
      classPath = jars.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      List<String> options = List.of("--release", "11", "-cp", classPath, "-d", work.toString());
      boolean done =
          compiler
              .getTask(said, files, null, options, null, files.getJavaFileObjects(source))
              .call();
      if (!done) {
        throw new IOException("the module does not compile: " + said);
      }
    }
    String entry = CLASS.replace('.', '/') + ".class";
    Path jar = work.resolve("geo-shape.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream zip = new JarOutputStream(out)) {
      zip.putNextEntry(new JarEntry(entry));
      Files.copy(work.resolve(entry), zip);
    }
    return jar;
  }
}
