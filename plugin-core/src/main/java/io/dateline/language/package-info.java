/**
 * Words that tell languages apart. {@link io.dateline.language.FunctionWords} settles the language
 * of ordinary running text at the cost of one look at each word; what it leaves open is for a
 * {@link io.dateline.LanguageIdentifier} to say.
 *
 * <pre>{@code
 * FunctionWords.decide("De brug is sinds maandag dicht omdat het water te hoog staat ...")
 *     .or(() -> identifier.identify(text));
 * }</pre>
 */
@NullMarked
package io.dateline.language;

import org.jspecify.annotations.NullMarked;
