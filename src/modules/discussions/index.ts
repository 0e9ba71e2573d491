export { openConversation, type ConversationInput } from './conversations.ts';
export { conversationHref } from './paths.ts';
