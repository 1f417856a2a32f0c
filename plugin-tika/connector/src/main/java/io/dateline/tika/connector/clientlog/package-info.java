/**
 * What Elasticsearch's HTTP client logs, without what may hold a secret. The client asks Commons
 * Logging for its loggers; where it is relocated into the connector's jar, that name is relocated
 * to this package, so its lines go to Log4j under their own names ({@code
 * io.dateline.shaded.http…}). Only the loggers that print whole requests, {@code headers} and
 * {@code wire}, stay silent whatever the server's configuration says: they would print the {@code
 * Authorization} header. A log of the wire is given up for that; a proxy shows it as well.
 */
@NullMarked
package io.dateline.tika.connector.clientlog;

import org.jspecify.annotations.NullMarked;
