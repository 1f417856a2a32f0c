/**
 * Gets entries into the cluster and accounts for every one of them. Start at {@link
 * io.dateline.tika.connector.delivery.Delivery}.
 *
 * <pre>{@code
 * var delivery = Sending.DEFAULT.open(Access.to("http://localhost:9200"), tally);
 * delivery.deliver(entries);        // blocks; every document is settled when it returns
 * Counts counts = tally.counts();   // they add up to what was accepted
 * }</pre>
 *
 * <p><b>Why an article lists its rows.</b> Rows that a newer version of an article no longer has
 * must go. Searching for them would miss rows that are not refreshed yet, and delete-by-query is
 * not everywhere. So the article carries the ids of its rows, and it is read by id (always current)
 * before it is replaced. What is probably new is created without reading; where that meets a
 * conflict, it was not new, and is read after all. At every moment the list covers all rows that
 * exist: an article that loses places is first written with the old and the new ids, then its rows
 * are written and the stale ones deleted, then it is written again with its own ids alone. A crash
 * between two steps leaves a list that is too long, which the next version of the article repairs.
 * Writes of articles carry the sequence number that was read, so two processes cannot lose each
 * other's list.
 *
 * <p>What this costs: one multi-get a batch when articles come again, and articles and rows go in
 * two requests; two halves of a batch are under way at once, and entries are made while the cluster
 * works, to make up for it. What is not covered: two processes that replace one article at the same
 * instant with different places may leave a row of the loser until the article is sent again.
 */
@NullMarked
package io.dateline.tika.connector.delivery;

import org.jspecify.annotations.NullMarked;
