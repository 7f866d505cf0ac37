import { fillWords } from "../shared/page.js";
fillWords();
