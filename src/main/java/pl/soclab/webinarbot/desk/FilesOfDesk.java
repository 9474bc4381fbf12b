package pl.soclab.webinarbot.desk;

import java.util.function.Supplier;
import pl.soclab.webinarbot.answering.Answerer;
import pl.soclab.webinarbot.knowledge.KnowledgeFolder;
import pl.soclab.webinarbot.messaging.IncomingFiles;
import pl.soclab.webinarbot.publishing.Publisher;
import pl.soclab.webinarbot.publishing.Uploads;

/**
 * What the desk needs to work on the organisers' files.
 *
 * @param folder as it is read and watched
 * @param publisher writes into it
 * @param uploads what was sent and waits
 * @param incoming brings documents out of chats
 * @param answerers gives the one that answers residents now
 */
public record FilesOfDesk(
    KnowledgeFolder folder,
    Publisher publisher,
    Uploads uploads,
    IncomingFiles incoming,
    Supplier<Answerer> answerers) {}
