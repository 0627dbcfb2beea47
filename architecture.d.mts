export declare const layers: readonly string[];
export declare const capabilities: readonly string[];
