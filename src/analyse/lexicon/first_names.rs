//! More first names, for the gender of those who speak. Left out are those that are also common
//! words or places.

use super::{Class, List};

/// See the module.
pub(super) const LISTS: &[List] = &[
    (
        Class::MAN,
        "aaron adama alban aldo aleksandr alexei alistair amadou amin anatole angus anselme antonin ariel armand arsène arturo aubin auguste augustin aymeric \
bachir baptiste barnabé barry bartholomé basile bastien benedict benoit bilal björn boubacar bradley brendan brett bruce bryan callum carlo cesare \
clive clovis colm connor conor corentin craig curtis cyprien danny darius darren declan denzel derek desmond diego dieudonné dimitris dirk dmytro \
dominic donovan doug douglas duncan dwight edgard edouard eduardo efraín eli elias elie elliott emile emilio enzo erwan esteban ethan evan ewan fadi \
fergus fernand fiodor flavio floyd frans fredrik gareth garry gaston gauthier gavin geir geoff geoffroy geraint gerald giacomo gilbert gino giovanni \
glen glenn graham gregory guido gunnar guus gérald gérard hamid hamza hank harald hector henrik henryk herbert hippolyte honoré hubert hugh iain igor \
ilan ilya isaac isidore ismail issa ivo jaap jalil jamie jarrod jean-baptiste jean-bernard jean-christian jean-christophe jean-daniel jean-denis \
jean-dominique jean-françois jean-guillaume jean-jacques jean-joseph jean-loup jean-maurice jean-max jean-patrick jean-paul jean-robert jean-sébastien \
jean-vincent jeroen jerry jesse jesús jimmy joachim joaquin johan johannes jon jonah jorge juergen jürgen kai kamal kenneth khaled kieran klaus kofi \
kristian kwame kwasi kévin lamine landry lassana lawrence leonard leroy lloyd loic lorenzo lothar loup luca lucien ludovic luka lukas léopold magnus \
mahmoud mamadou marcus marius marlon marvin marwan massimo mathis matias mats mattéo matéo maurizio mauro maxence maximilien melvin michał mickael \
mickaël mikael mike mitch mohammad morgan morten mourad moustapha murray mustafa nabil nasser neal ned nikita nikolai nikolas nikolaï nils norman noé \
octave odilon olav ole oleg oliver ollie omer osman oswald otis ousmane owen paul-henri pavel percy perry pete petr pieter piotr prosper quincy rafaël \
rafik ramon ramón randall randy rasmus raul reginald reinhard renaud renzo ricky rodney rodrigo rolf ronan ronnie ross rufus rupert russell sacha \
salim salvatore samson samy sandro saul saïd scotty selim seth sidney simeon sofiane spencer stanley stefano stewart sven sylvestre tanguy tarek tariq \
teddy teo terence terrence theodore thibaud thibaut théodore tiago timo titouan tobi toby todd tomas tomasz tomás trent trevor tristan ugo ulrich \
umberto urbain vadim vasile vernon vince vitali vivien vlad wayne wesley wilbur willem willy winston xavi yacine yanis yann yannis yassine yoann yohan \
youri youssef yuri yusuf yvan zachary zack zlatan élie émile",
    ),
    (
        Class::WOMAN,
        "abigail adriana adélaïde agata agatha agnes aida alba albane alessandra alexia alisha alix alma amalia amara amber amina aminata amira anastasia \
andréa angelica angèle anita anke annabelle anne-claire anne-cécile anne-laure anne-sophie anneke annette annika anouk antoinette armelle ashley aude \
augustine aya ayşe aïcha aïssatou bella benedetta berenice berthe beth bianca blandine brenda bridget britta bérénice camilla candice carlotta carolyn \
carrie cassandra catalina catarina caterina chiara christa cindy clementine clothilde clotilde cléa clélia colleen consuelo cora coralie coretta \
cristina célestine célia dalia daniela daphne daphné daria deepika desiree dina doina donna doreen doris edwige eileen ekaterina elena elif eliza ella \
ellie eloise elsie elspeth elvira emmeline erika erin ernestine esmée eugénie eulalie eunice evelyn ewa farida fatma fatoumata faustine felicity \
fernande fiona flavie flora florine frances francesca francine frida gabriela gail gaëlle gemma georgette georgina germaine giovanna giulia greta \
gretchen guadalupe gudrun gwen gwendoline hadja hafida halima hanna harriet hazel heidi hermine hilary hilda holly honorine ida ilaria iman imane \
imani inga inge ingeborg ioana irena irina isaure isobel ivana jana jasmine jeannette jenna jenny jill joana joanne jodie johanna josefina josette \
juana juanita juliana julianne julieta justina kadiatou karima karina katarina katharina katherine kathy katia katie katja kayla keira kerry khadija \
kirsten kirstin klara kristen kristin kristina lana laurie laurène layla lea leah leila lena lenka leonie leslie leticia lidia lina lise lison liv \
lola lora loretta louisa louna luann luba lucia luciana lucile ludivine ludmila luisa lyna lynn lætitia léonie mabel madalena madeline maeva magda \
magdalena maggie mahaut maia maja malika mara marcela marcelle margarita margrit mariam mariama marie-anne marie-claire marie-hélène marie-jo \
marie-josé marie-laure marie-line marie-louise marie-noëlle marie-odile marie-paule marie-thérèse mariella mariette marilyn marit marjorie marlene \
marlène marthe maryse mathilde matilda maureen maya maëlle maïssa meg melinda mercedes meredith meriem mia michela michele mihaela milena millie mina \
miranda miriam moira mona morgane myriam myrtille nadezhda nadja nadège najet naoko nathalia nathaly nawal naïma neha nelly nicoletta nicolle nina \
nisrine noa noor nora norah nour octavia océane olena ombeline ondine ophélie oriane ornella pam paola pascale paula paule paulette peggy penelope \
perla petra phyllis pia pierrette polly portia prisca priya pénélope quitterie rachelle ramata raquel renata renate rhonda roberta romane rosalie \
rosalind rosalyn rosanna roseline rosemary rosie rowena roxanne sadia sadie safia sally salma salomé samia sandie sanna saskia saïda scarlett selma \
serena shauna sheryl shirley sibylle sigrid siham simona sinéad siobhan sofia soledad solenn solveig solène soraya stacey stacy susana susanna \
susannah suzanna suzie sybille sylvia sylviane séréna séverine tabatha tanja tatiana tess tessa tiffany tilda toni tracy trish trudy ulla ulrike uma \
verena veronica vicky violaine vivian viviana wanda whitney wilhelmina winifred yara yasmin yasmine yaël yeliz ylva ysé zahra zara zeinab zineb zoe \
zora zélie éloïse éléna émeline",
    ),
];
