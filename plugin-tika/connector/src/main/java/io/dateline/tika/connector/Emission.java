package io.dateline.tika.connector;

import java.util.List;
import org.apache.tika.metadata.Metadata;

/**
 * What Tika hands over for one file.
 *
 * @param key Tika's name for it
 * @param metadata the file's first, then its members'
 */
record Emission(String key, List<Metadata> metadata) {}
