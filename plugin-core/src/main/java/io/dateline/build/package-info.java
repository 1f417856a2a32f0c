/** What Dateline's build runs; nothing here is used later. */
@NullMarked
package io.dateline.build;

import org.jspecify.annotations.NullMarked;
