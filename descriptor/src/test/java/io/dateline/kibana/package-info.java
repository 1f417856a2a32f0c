/**
 * Checks of the Kibana objects that Kibana's own import does not make: it takes embedded JSON that
 * is no JSON and fields that do not exist, and shows empty panels later.
 */
@NullMarked
package io.dateline.kibana;

import org.jspecify.annotations.NullMarked;
