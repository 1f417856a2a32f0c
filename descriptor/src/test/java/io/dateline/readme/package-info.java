/** What the README promises, held against the program. */
@NullMarked
package io.dateline.readme;

import org.jspecify.annotations.NullMarked;
