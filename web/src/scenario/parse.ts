import type { Bookmark, Result, Scenario } from './types';

export declare function parseScenario(document: unknown): Result<Scenario>;
export declare function parseBookmark(document: unknown): Result<Bookmark>;
export declare function parseDocument(text: string): Result<Bookmark>;
