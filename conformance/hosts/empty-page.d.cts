export declare function inEmptyPage(run: () => void): void;
